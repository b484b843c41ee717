package dev.fairlead.code.syntax;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Parses within this process, by native code: for commands. Who must not fall with it uses [ParserProcess].
///
/// Made for one thread. Libraries are loaded when their grammar is first asked for.
public final class NativeParser implements Parser {

    private final MemorySegment parser;
    private final Map<Grammar, Words> grammars = new EnumMap<>(Grammar.class);

    private NativeParser(MemorySegment parser) {
        this.parser = parser;
    }

    /// Loads the library.
    ///
    /// @throws IOException where there is none for this system
    public static NativeParser open() throws IOException {
        NativeLibrary.load(TreeSitter.NAME);
        try {
            return new NativeParser((MemorySegment) TreeSitter.NEW_PARSER.invokeExact());
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public Parsed parse(Grammar grammar, byte[] source) {
        if (source.length > LARGEST) {
            return new Parsed.Refused("it is larger than %,d bytes".formatted(LARGEST));
        }
        try (Arena arena = Arena.ofConfined()) {
            return new Parsed.Read(tree(words(grammar), source, arena));
        } catch (IOException absent) {
            return new Parsed.Refused(String.valueOf(absent.getMessage()));
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// The kinds of nodes that a grammar knows.
    public Set<String> kinds(Grammar grammar) {
        try {
            return new HashSet<>(words(grammar).kinds());
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// The words of a grammar, loaded once.
    private Words words(Grammar grammar) throws Throwable {
        Words known = grammars.get(grammar);
        if (known == null) {
            known = Words.of(TreeSitter.tables(grammar));
            grammars.put(grammar, known);
        }
        return known;
    }

    private SyntaxTree tree(Words words, byte[] source, Arena arena) throws Throwable {
        if (!(boolean) TreeSitter.SET_LANGUAGE.invokeExact(parser, words.tables())) {
            throw new IOException("the grammar is of another version than the parser");
        }
        MemorySegment text = arena.allocate(source.length + 1L);
        MemorySegment.copy(source, 0, text, ValueLayout.JAVA_BYTE, 0, source.length);
        MemorySegment tree =
                (MemorySegment) TreeSitter.PARSE.invokeExact(parser, MemorySegment.NULL, text, source.length);
        MemorySegment root = (MemorySegment) TreeSitter.ROOT.invokeExact((SegmentAllocator) arena, tree);
        MemorySegment cursor = (MemorySegment) TreeSitter.NEW_CURSOR.invokeExact((SegmentAllocator) arena, root);
        try {
            return new TreeCopy(words, cursor, arena).of(source);
        } finally {
            TreeSitter.DELETE_CURSOR.invokeExact(cursor);
            TreeSitter.DELETE_TREE.invokeExact(tree);
        }
    }

    @Override
    public void close() {
        try {
            TreeSitter.DELETE_PARSER.invokeExact(parser);
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }
}
