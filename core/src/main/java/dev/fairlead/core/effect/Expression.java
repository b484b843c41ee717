package dev.fairlead.core.effect;

import dev.fairlead.core.effect.CodeText.Kind;
import dev.fairlead.core.effect.CodeText.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One argument of a call in another language: texts and names put together, as far as they are written out.
final class Expression {
    /// Text that an expression stands for.
    record Parsed(String text, boolean isKnown) {
        Argument argument() {
            return isKnown ? new Argument(text, true, Ground.isPattern(text), Set.of()) : Argument.unknown("a path");
        }
    }

    private final Map<String, String> known;
    private final String home;
    private final StringBuilder text = new StringBuilder();

    Expression(Map<String, String> known, String home) {
        this.known = known;
        this.home = home;
    }

    Parsed read(List<Token> tokens, int from) {
        int depth = 0;
        boolean isKnown = true;
        boolean isJoin = false;
        int i = from;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                if (--depth < 0) {
                    break;
                }
            } else if (depth == 0 && (token.is(",") || token.is(";") || token.is("\n"))) {
                break;
            } else if (token.is(",") && isJoin) {
                text.append('/');
            } else if (token.kind() == Kind.TEXT) {
                text.append(expanded(token.text()));
            } else if (token.kind() == Kind.NAME) {
                isJoin |= token.text().equals("join");
                isKnown &= name(token.text());
            }
            i++;
        }
        String path = text.toString().replace(home + home, home);
        return new Parsed(path, isKnown && !path.isEmpty());
    }

    private String expanded(String written) {
        String path = written.startsWith("~") ? home + written.substring(1) : written;
        return path.replace("$ENV{HOME}", home)
                .replace("${HOME}", home)
                .replace("$HOME", home)
                .replace("HOME", home);
    }

    private boolean name(String name) {
        if (known.containsKey(name)) {
            text.append(known.getOrDefault(name, ""));
            return true;
        }
        if (name.equals("HOME") || name.equals("homedir") || name.equals("home")) {
            text.append(home);
            return true;
        }
        return Set.of(
                        "os",
                        "path",
                        "expanduser",
                        "Path",
                        "pathlib",
                        "process",
                        "env",
                        "ENV",
                        "join",
                        "File",
                        "glob",
                        "String",
                        "str",
                        "require",
                        "environ",
                        "recursive",
                        "force",
                        "true",
                        "resolve")
                .contains(name);
    }
}
