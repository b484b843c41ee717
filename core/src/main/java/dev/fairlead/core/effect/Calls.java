package dev.fairlead.core.effect;

import dev.fairlead.core.effect.CodeText.Kind;
import dev.fairlead.core.effect.CodeText.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The calls in a program of another language whose names say that they touch files, start programs or send something.
///
/// A name that many things have, such as `remove`, counts only where it is asked of the library that owns it. A path
/// that is not written out, or put together from what is, is unknown.
final class Calls {

    private static final int DEEPEST = 3;

    private static final Set<String> DELETES = Set.of(
            "rmtree",
            "removedirs",
            "unlink",
            "rmdir",
            "rmSync",
            "unlinkSync",
            "rmdirSync",
            "rm_rf",
            "rm_r",
            "rm_f",
            "remove_tree",
            "rimraf",
            "rimrafSync",
            "removeSync",
            "remove_entry_secure",
            "remove_dir");
    private static final Map<String, Set<String>> OWNED_DELETES = Map.of(
            "remove", Set.of("os", "FileUtils", "fs"),
            "rm", Set.of("fs", "promises", "FileUtils", "", "fsPromises"),
            "delete", Set.of("File", "Dir"),
            "del", Set.of("fs"));
    private static final Set<String> RECURSIVE =
            Set.of("rmtree", "rmSync", "rm_rf", "rm_r", "remove_tree", "rimraf", "rimrafSync", "removeSync", "rm");
    private static final Set<String> WRITES = Set.of(
            "write_text",
            "write_bytes",
            "writeFileSync",
            "writeFile",
            "appendFileSync",
            "appendFile",
            "file_put_contents",
            "truncate",
            "truncateSync",
            "ftruncate",
            "touch",
            "sysopen",
            "copyFileSync",
            "copyfile",
            "copy2",
            "cp_r");
    private static final Set<String> MOVES =
            Set.of("rename", "renameSync", "replace", "link", "symlink", "linkSync", "move", "mv");
    private static final Set<String> ACCESS = Set.of("chmod", "chmodSync", "chown", "chownSync", "lchmod");
    private static final Set<String> RUNS = Set.of(
            "system",
            "popen",
            "execSync",
            "shell_exec",
            "passthru",
            "getoutput",
            "getstatusoutput",
            "execute",
            "qx",
            "proc_open");
    private static final Set<String> STARTS = Set.of(
            "run",
            "call",
            "check_call",
            "check_output",
            "Popen",
            "spawn",
            "spawnSync",
            "execFile",
            "execFileSync",
            "exec",
            "execvp",
            "execv",
            "execlp");
    private static final Set<String> SENDS = Set.of("post", "put", "urlopen", "sendall", "sendto", "sendmail");
    private static final Set<String> LIBRARIES =
            Set.of("os", "shutil", "fs", "File", "FileUtils", "Dir", "pathlib", "subprocess", "child_process");

    private final Invocation invocation;
    private final Language language;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();

    Calls(Invocation invocation, Language language) {
        this.invocation = invocation;
        this.language = language;
    }

    void in(String code, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        List<Token> tokens = CodeText.of(code, language).tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.NAME && i + 1 < tokens.size()) {
                assigned(tokens, i);
            }
            boolean isIndexed = token.kind() == Kind.TEXT && isKnown(token.text()) && i > 0;
            if (token.kind() == Kind.NAME || isIndexed) {
                call(tokens, i, depth);
            }
        }
    }

    /// Remembers a name that is given a text, and one of a library that is given something else.
    private void assigned(List<Token> tokens, int at) {
        boolean isAssigned = tokens.get(at + 1).is("=")
                && at + 2 < tokens.size()
                && !tokens.get(at + 2).is("=");
        boolean isStatement = at == 0
                || tokens.get(at - 1).is(";")
                || tokens.get(at - 1).is("\n")
                || tokens.get(at - 1).is("{")
                || Set.of("const", "let", "var", "my", "local")
                        .contains(tokens.get(at - 1).text());
        if (!isAssigned || !isStatement) {
            return;
        }
        String name = tokens.get(at).text();
        if (LIBRARIES.contains(name)
                && tokens.get(at + 2).kind() == Kind.NAME
                && !tokens.get(at + 2).text().equals("require")) {
            hidden.add(name);
        }
        Expression.Parsed value = argument(tokens, at + 2);
        if (value.isKnown()) {
            names.put(name, value.text());
        }
    }

    private static boolean isKnown(String name) {
        return DELETES.contains(name)
                || OWNED_DELETES.containsKey(name)
                || ACCESS.contains(name)
                || STARTS.contains(name)
                || RUNS.contains(name)
                || WRITES.contains(name)
                || MOVES.contains(name);
    }

    private void call(List<Token> tokens, int at, int depth) {
        String name = tokens.get(at).text();
        int open = open(tokens, at);
        String owner = owner(tokens, at);
        if (open < 0 || hidden.contains(owner)) {
            return;
        }
        Set<String> owners = OWNED_DELETES.get(name);
        if (DELETES.contains(name) || owners != null && owners.contains(owner)) {
            deletes(tokens, at, open, name);
        } else if (name.equals("open") || name.equals("openSync") || name.equals("fopen")) {
            opens(tokens, open);
        } else if (WRITES.contains(name)) {
            boolean isCopy = name.startsWith("copy") || name.equals("sysopen");
            writes(path(tokens, at, isCopy ? next(tokens, open) : open));
        } else if (MOVES.contains(name) && !owner.equals("str")) {
            moves(tokens, at, open);
        } else if (ACCESS.contains(name)) {
            access(tokens, open, name);
        } else if (RUNS.contains(name) || STARTS.contains(name) && (isStarter(owner) || language != Language.PYTHON)) {
            starts(tokens, open);
        } else if (name.equals("eval") || name.equals("load") || name.equals("exec")) {
            evaluates(tokens, open, depth);
        } else if (SENDS.contains(name)) {
            invocation.effect(new Effect.SendsOut(
                    "", argument(tokens, open).text(), invocation.input().taints()));
        }
    }

    private static boolean isStarter(String owner) {
        return owner.equals("subprocess")
                || owner.equals("child_process")
                || owner.equals("os")
                || owner.equals("asyncio");
    }

    /// Where the first argument of a call begins; -1 where the name is not called.
    private int open(List<Token> tokens, int at) {
        int i = at + 1;
        while (i < tokens.size() && (tokens.get(i).is(")") || tokens.get(i).is("]")) && i < at + 3) {
            i++;
        }
        boolean isText = tokens.get(at).kind() == Kind.TEXT;
        if (i < tokens.size() && tokens.get(i).is("(") && (isText == i > at + 1)) {
            return i + 1;
        }
        // `send(:unlink, …)` names the method first.
        if (at > 1
                && tokens.get(at - 1).is(":")
                && i < tokens.size()
                && tokens.get(i).is(",")) {
            return i + 1;
        }
        boolean needsNoBrackets = language == Language.PERL || language == Language.RUBY;
        boolean isBehind = i < tokens.size()
                && (tokens.get(i).kind() == Kind.TEXT
                        || tokens.get(i).text().startsWith("$")
                        || tokens.get(i).isName("glob"));
        return needsNoBrackets && isBehind && !isText ? i : -1;
    }

    /// What a method is asked of: the name before the dot, or what stands in the brackets before it.
    private static String owner(List<Token> tokens, int at) {
        int i = at - 1;
        while (i >= 0
                && (tokens.get(i).is(".")
                        || tokens.get(i).is(":")
                        || tokens.get(i).is(",")
                        || tokens.get(i).is("(")
                        || tokens.get(i).is("[")
                        || tokens.get(i).is(")"))) {
            if (tokens.get(i).is("(") && tokens.get(at).kind() == Kind.NAME) {
                return "";
            }
            i--;
        }
        return i >= 0 && i < at - 1 ? tokens.get(i).text() : "";
    }

    private static int next(List<Token> tokens, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).is("(") || tokens.get(i).is("[")) {
                depth++;
            } else if (tokens.get(i).is(")") || tokens.get(i).is("]")) {
                if (--depth < 0) {
                    return tokens.size();
                }
            } else if (tokens.get(i).is(",") && depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }

    private Expression.Parsed argument(List<Token> tokens, int from) {
        return new Expression(names, invocation.shell().place().home()).read(tokens, from);
    }

    /// The path of a call: its first argument, or what the method is asked of where it has none.
    private Argument path(List<Token> tokens, int at, int open) {
        Expression.Parsed first = argument(tokens, open);
        boolean isAsked =
                at > 1 && tokens.get(at - 1).is(".") && tokens.get(at - 2).is(")");
        if (isAsked) {
            int depth = 0;
            for (int i = at - 2; i >= 0; i--) {
                depth += tokens.get(i).is(")") ? 1 : tokens.get(i).is("(") ? -1 : 0;
                if (depth == 0 && i > 0 && tokens.get(i - 1).isName("Path")) {
                    return argument(tokens, i + 1).argument();
                }
                if (depth == 0) {
                    break;
                }
            }
        }
        boolean isNamed = at > 1
                && tokens.get(at - 1).is(".")
                && names.containsKey(tokens.get(at - 2).text());
        return isNamed ? Argument.of(names.getOrDefault(tokens.get(at - 2).text(), "")) : first.argument();
    }

    private void deletes(List<Token> tokens, int at, int open, String name) {
        Target target = invocation.target(path(tokens, at, open));
        invocation.effect(new Effect.Deletes(target, RECURSIVE.contains(name), true));
    }

    private void writes(Argument path) {
        invocation.shell().write(invocation.target(path), Flow.UNKNOWN, false);
    }

    private void opens(List<Token> tokens, int open) {
        String mode = argument(tokens, next(tokens, open)).text();
        boolean isPerl = language == Language.PERL;
        boolean isWrite = !mode.isEmpty()
                && mode.length() < 4
                && (mode.startsWith("w") || mode.startsWith("a") || mode.startsWith(">") || mode.contains("+"));
        if (isWrite) {
            writes(argument(tokens, isPerl ? next(tokens, next(tokens, open)) : open)
                    .argument());
        } else if (!isPerl) {
            Argument path = argument(tokens, open).argument();
            if (path.isKnown()) {
                invocation.shell().read(path);
            }
        }
    }

    private void moves(List<Token> tokens, int at, int open) {
        Argument from = path(tokens, at, open);
        boolean isMethod =
                at > 1 && tokens.get(at - 1).is(".") && tokens.get(at - 2).is(")");
        Argument to = argument(tokens, isMethod ? open : next(tokens, open)).argument();
        invocation.effect(new Effect.Moves(invocation.target(from), invocation.target(to)));
        if (to.isKnown()) {
            writes(to);
        }
    }

    private void access(List<Token> tokens, int open, String name) {
        boolean modeFirst = language == Language.PERL || language == Language.RUBY;
        Argument path = argument(tokens, modeFirst ? next(tokens, open) : open).argument();
        invocation.effect(new Effect.ChangesAccess(invocation.target(path), false, name));
    }

    /// A program that is started by a line of text or by a list of words.
    private void starts(List<Token> tokens, int open) {
        boolean isList = open < tokens.size() && tokens.get(open).is("[");
        List<Argument> words = new ArrayList<>();
        boolean isSeveral = false;
        int depth = 0;
        for (int i = open; i < tokens.size() && depth >= 0; i++) {
            Token token = tokens.get(i);
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            isSeveral |= token.is("[") && i > open;
            if (isList && depth == 0) {
                break;
            }
            if (token.kind() == Kind.TEXT) {
                words.add(Argument.of(token.text()));
            }
        }
        if (words.isEmpty()) {
            decodes(tokens, open);
        } else if (isList
                || isSeveral
                || words.size() > 1 && (language == Language.PERL || language == Language.RUBY)) {
            invocation.shell().started().run(words, Flow.UNKNOWN);
        } else {
            Scripts.code(invocation.shell().started(), words.getFirst(), invocation.program(), Flow.UNKNOWN);
        }
    }

    /// What is decoded and handed to a shell at once.
    private void decodes(List<Token> tokens, int open) {
        boolean isDecoded = false;
        boolean isShell = false;
        int end = Math.min(tokens.size(), open + 40);
        for (int i = open; i < end; i++) {
            String text = tokens.get(i).text();
            isDecoded |= text.startsWith("b64decode")
                    || text.equals("unhexlify")
                    || text.equals("fromhex")
                    || text.equals("atob");
            isShell |= text.equals("shell")
                            && i + 2 < tokens.size()
                            && tokens.get(i + 2).isName("True")
                    || text.equals("system");
        }
        if (isDecoded && (isShell || tokens.get(Math.max(0, open - 2)).isName("system"))) {
            invocation.effect(new Effect.RunsForeignCode(Taint.DECODED, invocation.program()));
        }
    }

    private void evaluates(List<Token> tokens, int open, int depth) {
        if (open < tokens.size() && tokens.get(open).kind() == Kind.TEXT) {
            in(tokens.get(open).text(), depth + 1);
        } else if (open < tokens.size()) {
            int end = Math.min(tokens.size(), open + 12);
            boolean isForeign = tokens.subList(open, end).stream()
                    .anyMatch(token -> Set.of("b64decode", "urlopen", "atob", "fetch", "decompress")
                            .contains(token.text()));
            if (isForeign) {
                invocation.effect(new Effect.RunsForeignCode(Taint.DECODED, invocation.program()));
            }
        }
    }
}
