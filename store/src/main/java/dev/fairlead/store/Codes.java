package dev.fairlead.store;

import java.util.Locale;

/// Constants as they stand in the store: lower case, with hyphens.
final class Codes {

    private Codes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant that is written so.
    ///
    /// @throws StoreFault where there is none: a later version may have written it
    static <E extends Enum<E>> E read(Class<E> type, String code) {
        for (E each : type.getEnumConstants()) {
            if (of(each).equals(code)) {
                return each;
            }
        }
        throw new StoreFault(
                "the store holds the unknown %s `%s`; it was written by another version of Fairlead: use that one"
                        .formatted(type.getSimpleName().toLowerCase(Locale.ROOT), code));
    }
}
