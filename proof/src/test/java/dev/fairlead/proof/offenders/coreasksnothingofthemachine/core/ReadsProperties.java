package dev.fairlead.proof.offenders.coreasksnothingofthemachine.core;

import org.jspecify.annotations.Nullable;

final class ReadsProperties {
    static @Nullable String directory() {
        return System.getProperty("user.dir");
    }
}
