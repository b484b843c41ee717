package dev.fairlead.code.change;

import dev.fairlead.code.change.FileChange.Kind;
import java.util.regex.Pattern;

/// Tells files that people and agents write from those that programs make or other projects lend.
final class Provenance {

    private static final Pattern VENDORED = Pattern.compile(
            "(^|/)(vendor|node_modules|third_party|third-party|bower_components|\\.venv|site-packages)/");
    private static final Pattern GENERATED = Pattern.compile(
            "(^|/)(dist|build|target|out|generated|__generated__|\\.next)/|\\.min\\.(js|css)$|\\.pb\\.(go|cc|h)$|_pb2(_grpc)?\\.pyi?$"
                    + "|\\.g\\.(cs|dart)$|\\.designer\\.cs$|(^|/)(package-lock\\.json|yarn\\.lock|pnpm-lock\\.yaml|Cargo\\.lock|poetry\\.lock|uv\\.lock|go\\.sum|Gemfile\\.lock|composer\\.lock)$"
                    + "|\\.(map|snap)$");
    private static final Pattern MARK = Pattern.compile(
            "(?i)code generated .{0,80}do not edit|@generated|auto-?generated (file|by|code)|this file (was|is)"
                    + " (automatically )?generated");
    private static final int HEAD = 1_000;

    private Provenance() {}

    static Kind of(String path, String text) {
        if (VENDORED.matcher(path).find()) {
            return Kind.VENDORED;
        }
        String head = text.substring(0, Math.min(HEAD, text.length()));
        return GENERATED.matcher(path).find() || MARK.matcher(head).find() ? Kind.GENERATED : Kind.WRITTEN;
    }
}
