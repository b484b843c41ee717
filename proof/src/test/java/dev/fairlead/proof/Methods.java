package dev.fairlead.proof;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The methods of a source file, as the compiler reads them.
final class Methods {
    private Methods() {}

    /// The methods whose text, from the modifiers to the closing brace, takes more lines than the limit.
    static List<String> longerThan(int limit, SourceFile file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, problem -> {}, null, null, List.of(new Text(file)));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<String> found = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new Ruler(limit, file, unit, positions).scan(unit, found);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }

    /// Visits the methods of one file and notes the long ones.
    private static final class Ruler extends TreeScanner<@Nullable Void, List<String>> {
        private final int limit;
        private final SourceFile file;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Ruler(int limit, SourceFile file, CompilationUnitTree unit, SourcePositions positions) {
            this.limit = limit;
            this.file = file;
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, List<String> found) {
            long lines = lineOf(positions.getEndPosition(unit, method))
                    - lineOf(positions.getStartPosition(unit, method))
                    + 1;
            if (lines > limit) {
                found.add("%s: %s has %d lines".formatted(file.path(), method.getName(), lines));
            }
            return super.visitMethod(method, found);
        }

        private long lineOf(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }

    /// A file's text, as the compiler takes it.
    private static final class Text extends SimpleJavaFileObject {
        private final String content;

        Text(SourceFile file) {
            super(
                    URI.create("string:///"
                            + file.path().toString().replace('\\', '/').replace(" ", "%20")),
                    Kind.SOURCE);
            this.content = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
