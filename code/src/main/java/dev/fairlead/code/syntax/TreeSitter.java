package dev.fairlead.code.syntax;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// The functions of the library tree-sitter that are called, see its `api.h`.
@SuppressWarnings("restricted") // calls of native code are what it is for
final class TreeSitter {

    /// The name of the library.
    static final String NAME = "tree-sitter";

    /// `TSNode`, which is passed by value.
    static final StructLayout NODE = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(4, JAVA_INT).withName("context"),
            ADDRESS.withName("id"),
            ADDRESS.withName("tree"));

    /// `TSTreeCursor`.
    static final StructLayout CURSOR = MemoryLayout.structLayout(
            ADDRESS.withName("tree"),
            ADDRESS.withName("id"),
            MemoryLayout.sequenceLayout(3, JAVA_INT).withName("context"),
            MemoryLayout.paddingLayout(4));

    /// `TSInputEdit`: three bytes' numbers, and the same as rows and columns.
    static final StructLayout EDIT =
            MemoryLayout.structLayout(MemoryLayout.sequenceLayout(9, JAVA_INT).withName("numbers"));

    private static final long ID = NODE.byteOffset(MemoryLayout.PathElement.groupElement("id"));

    private static final Linker LINKER = Linker.nativeLinker();
    /// For calls that take less than a microsecond: the thread does not change state for them.
    private static final Linker.Option SHORT = Linker.Option.critical(false);

    private static final SymbolLookup LIBRARY = library();

    static final MethodHandle NEW_PARSER = handle("ts_parser_new", FunctionDescriptor.of(ADDRESS));
    static final MethodHandle DELETE_PARSER = handle("ts_parser_delete", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle SET_LANGUAGE =
            handle("ts_parser_set_language", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS));
    static final MethodHandle PARSE =
            handle("ts_parser_parse_string", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
    static final MethodHandle DELETE_TREE = handle("ts_tree_delete", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle EDIT_TREE = handle("ts_tree_edit", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
    static final MethodHandle HAS_ERROR = handle("ts_node_has_error", FunctionDescriptor.of(JAVA_BOOLEAN, NODE));
    static final MethodHandle ROOT = handle("ts_tree_root_node", FunctionDescriptor.of(NODE, ADDRESS));
    static final MethodHandle NEW_CURSOR = handle("ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
    static final MethodHandle DELETE_CURSOR = handle("ts_tree_cursor_delete", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle CURRENT =
            handle("ts_tree_cursor_current_node", FunctionDescriptor.of(NODE, ADDRESS), SHORT);
    static final MethodHandle FIELD =
            handle("ts_tree_cursor_current_field_id", FunctionDescriptor.of(JAVA_SHORT, ADDRESS), SHORT);
    static final MethodHandle FIRST_CHILD = step("ts_tree_cursor_goto_first_child");
    static final MethodHandle NEXT_SIBLING = step("ts_tree_cursor_goto_next_sibling");
    static final MethodHandle PARENT = step("ts_tree_cursor_goto_parent");
    static final MethodHandle SYMBOL = handle("ts_node_symbol", FunctionDescriptor.of(JAVA_SHORT, NODE), SHORT);
    static final MethodHandle FROM = handle("ts_node_start_byte", FunctionDescriptor.of(JAVA_INT, NODE), SHORT);
    static final MethodHandle TO = handle("ts_node_end_byte", FunctionDescriptor.of(JAVA_INT, NODE), SHORT);
    static final MethodHandle IS_MISSING =
            handle("ts_node_is_missing", FunctionDescriptor.of(JAVA_BOOLEAN, NODE), SHORT);
    static final MethodHandle SYMBOL_NAME =
            handle("ts_language_symbol_name", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_SHORT));
    static final MethodHandle SYMBOL_TYPE =
            handle("ts_language_symbol_type", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_SHORT));
    static final MethodHandle SYMBOL_COUNT =
            handle("ts_language_symbol_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle FIELD_NAME =
            handle("ts_language_field_name_for_id", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_SHORT));
    static final MethodHandle FIELD_COUNT = handle("ts_language_field_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));

    private TreeSitter() {}

    /// Loaded before, see [NativeParser#open()], so it is there.
    private static SymbolLookup library() {
        try {
            return NativeLibrary.load(NAME);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /// The tables of a grammar.
    static MemorySegment tables(Grammar grammar) throws IOException {
        SymbolLookup library = NativeLibrary.load("tree-sitter-" + grammar.library());
        try {
            return (MemorySegment)
                    LINKER.downcallHandle(library.findOrThrow(grammar.symbol()), FunctionDescriptor.of(ADDRESS))
                            .invokeExact();
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// What stands for a node as long as its tree is there.
    static long id(MemorySegment node) {
        return node.get(ADDRESS, ID).address();
    }

    private static MethodHandle step(String name) {
        return handle(name, FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), SHORT);
    }

    private static MethodHandle handle(String name, FunctionDescriptor shape, Linker.Option... options) {
        return LINKER.downcallHandle(LIBRARY.findOrThrow(name), shape, options);
    }
}
