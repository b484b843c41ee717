package dev.fairlead.code.syntax;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Parses within this process, by native code: for commands. Who must not fall with it uses [ParserProcess].
///
/// Made for one thread. Libraries are loaded when their grammar is first asked for.
public final class NativeParser implements Parser {

    /// How deep a tree may nest that is built upon: two of them together stay within what is read.
    private static final int DEEPEST_KEPT = SyntaxTree.DEEPEST / 2 - 1;

    private final MemorySegment parser;
    private final KeptTrees kept = new KeptTrees();
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
            return new Parsed.Read(tree(grammar, source, arena));
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

    private SyntaxTree tree(Grammar grammar, byte[] source, Arena arena) throws Throwable {
        Words words = words(grammar);
        if (!(boolean) TreeSitter.SET_LANGUAGE.invokeExact(parser, words.tables())) {
            throw new IOException("the grammar is of another version than the parser");
        }
        MemorySegment text = arena.allocate(source.length + 1L);
        MemorySegment.copy(source, 0, text, ValueLayout.JAVA_BYTE, 0, source.length);
        Optional<KeptTrees.Edit> edit = kept.take(grammar, source);
        if (edit.isPresent()) {
            edit.get().apply(arena, source);
            MemorySegment old = edit.get().kept().tree();
            MemorySegment tree = (MemorySegment) TreeSitter.PARSE.invokeExact(parser, old, text, source.length);
            Optional<SyntaxTree> read =
                    read(grammar, source, tree, arena, Optional.of(edit.get().arrays()));
            TreeSitter.DELETE_TREE.invokeExact(old);
            if (read.isPresent()) {
                return read.get();
            }
        }
        MemorySegment tree =
                (MemorySegment) TreeSitter.PARSE.invokeExact(parser, MemorySegment.NULL, text, source.length);
        return read(grammar, source, tree, arena, Optional.empty()).orElseThrow();
    }

    /// Takes over a native tree, and keeps it where it can be built upon. How errors are got over depends on what
    /// was parsed before: where there are any, an earlier tree is of no use, and what was built on one counts for
    /// nothing.
    private Optional<SyntaxTree> read(
            Grammar grammar, byte[] source, MemorySegment tree, Arena arena, Optional<EditedTree> earlier)
            throws Throwable {
        MemorySegment root = (MemorySegment) TreeSitter.ROOT.invokeExact((SegmentAllocator) arena, tree);
        boolean hasErrors = (boolean) TreeSitter.HAS_ERROR.invokeExact(root);
        if (hasErrors && earlier.isPresent()) {
            TreeSitter.DELETE_TREE.invokeExact(tree);
            return Optional.empty();
        }
        MemorySegment cursor = (MemorySegment) TreeSitter.NEW_CURSOR.invokeExact((SegmentAllocator) arena, root);
        TreeCopy copy = new TreeCopy(words(grammar), cursor, arena, earlier);
        SyntaxTree read = copy.of(source);
        TreeSitter.DELETE_CURSOR.invokeExact(cursor);
        if (hasErrors || copy.deepest() > DEEPEST_KEPT) {
            TreeSitter.DELETE_TREE.invokeExact(tree);
            return copy.deepest() > DEEPEST_KEPT && earlier.isPresent() ? Optional.empty() : Optional.of(read);
        }
        kept.keep(new KeptTrees.Kept(grammar, source.clone(), tree, read.numbers(), copy.ids()));
        return Optional.of(read);
    }

    @Override
    public void close() {
        try {
            kept.clear();
            TreeSitter.DELETE_PARSER.invokeExact(parser);
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }
}
