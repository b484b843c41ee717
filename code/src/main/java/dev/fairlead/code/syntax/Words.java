package dev.fairlead.code.syntax;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/// The kinds of nodes and the fields that a grammar knows, by their numbers.
///
/// @param tables the grammar itself
/// @param kinds names of kinds
/// @param named the kinds that are more than tokens
/// @param fields names of fields; the first stands for none
@SuppressWarnings("restricted") // calls of native code are what it is for
record Words(MemorySegment tables, List<String> kinds, BitSet named, List<String> fields) {

    private static final int NAMED = 0;

    /// Asks a grammar for them.
    static Words of(MemorySegment tables) throws Throwable {
        int count = (int) TreeSitter.SYMBOL_COUNT.invokeExact(tables);
        String[] kinds = new String[count];
        BitSet named = new BitSet(count);
        for (int i = 0; i < count; i++) {
            kinds[i] = text((MemorySegment) TreeSitter.SYMBOL_NAME.invokeExact(tables, (short) i));
            named.set(i, (int) TreeSitter.SYMBOL_TYPE.invokeExact(tables, (short) i) == NAMED);
        }
        int fieldCount = (int) TreeSitter.FIELD_COUNT.invokeExact(tables);
        String[] fields = new String[fieldCount + 1];
        fields[0] = "";
        for (int i = 1; i <= fieldCount; i++) {
            fields[i] = text((MemorySegment) TreeSitter.FIELD_NAME.invokeExact(tables, (short) i));
        }
        return new Words(tables, List.of(kinds), named, List.of(fields));
    }

    private static String text(MemorySegment address) {
        return address.equals(MemorySegment.NULL)
                ? ""
                : address.reinterpret(Short.MAX_VALUE).getString(0, StandardCharsets.UTF_8);
    }
}
