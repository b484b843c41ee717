package dev.fairlead.core.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The shells of Windows, as far as their commands delete, write or open something.
final class Windows {

    private static final Set<String> DELETES = Set.of("remove-item", "rm", "ri", "del", "erase", "rd", "rmdir");
    private static final Set<String> WRITES =
            Set.of("set-content", "clear-content", "add-content", "out-file", "sc", "clc");
    private static final Set<String> OPENS =
            Set.of("start-process", "start", "saps", "invoke-item", "ii", "msedge", "chrome", "explorer", "firefox");

    private Windows() {}

    static Flow powershell(Invocation it) {
        List<Argument> arguments = it.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i).text().toLowerCase(Locale.ROOT);
            boolean isEncoded = option.length() > 2 && "-encodedcommand".startsWith(option) || option.equals("-ec");
            if (isEncoded
                    && i + 1 < arguments.size()
                    && !arguments.get(i + 1).text().startsWith("-")) {
                it.effect(new Effect.RunsForeignCode(Taint.DECODED, it.program()));
                return Flow.UNKNOWN;
            }
            if (option.length() > 1 && "-command".startsWith(option)) {
                Argument code = Expander.joined(arguments.subList(Math.min(arguments.size(), i + 1), arguments.size()));
                if (code.is("-") && it.input().isForeign()) {
                    it.effect(new Effect.RunsForeignCode(Taint.REMOTE, it.program()));
                }
                commands(it, code.text(), Language.POWERSHELL);
                return Flow.UNKNOWN;
            }
        }
        if (it.input().isForeign()
                && arguments.stream().allMatch(each -> each.text().startsWith("-"))) {
            it.effect(new Effect.RunsForeignCode(Taint.REMOTE, it.program()));
        }
        return Flow.UNKNOWN;
    }

    static Flow cmd(Invocation it) {
        for (int i = 0; i < it.arguments().size(); i++) {
            String option = it.argument(i).toLowerCase(Locale.ROOT);
            if (option.startsWith("/c") || option.startsWith("/r") || option.startsWith("/k")) {
                List<Argument> rest = new ArrayList<>(
                        it.arguments().subList(i + 1, it.arguments().size()));
                if (option.length() > 2) {
                    rest.addFirst(Argument.of(it.argument(i).substring(2)));
                }
                commands(it, rest.isEmpty() ? "" : Expander.joined(rest).text(), Language.POWERSHELL);
            }
        }
        return Flow.UNKNOWN;
    }

    /// A command of that shell that is called as if it were a program.
    static Flow direct(Invocation it) {
        commands(it, it.line(), Language.POWERSHELL);
        return Flow.UNKNOWN;
    }

    /// A browser, or what hands an address to one.
    static Flow browser(Invocation it) {
        it.arguments().stream()
                .filter(argument -> argument.text().startsWith("http"))
                .forEach(argument -> it.effect(new Effect.OpensPage(argument.text())));
        return Flow.UNKNOWN;
    }

    private static void commands(Invocation it, String code, Language language) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int i = 0;
        while (i <= code.length()) {
            char c = i < code.length() ? code.charAt(i) : ';';
            int comment = i < code.length() ? language.commentEnd(code, i) : i;
            if (comment > i) {
                i = comment;
                continue;
            }
            int quoted = c == '\'' || c == '"' ? code.indexOf(c, i + 1) : -1;
            if (quoted > 0) {
                word.append(code, i + 1, quoted);
                i = quoted + 1;
                continue;
            }
            boolean isEnd = ";|&{}()\n".indexOf(c) >= 0;
            if (isEnd || Character.isWhitespace(c) || c == ',') {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                if (isEnd) {
                    command(it, words);
                    words.clear();
                }
            } else {
                word.append(c);
            }
            i++;
        }
    }

    private static void command(Invocation it, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        String program = words.getFirst().toLowerCase(Locale.ROOT);
        Set<String> flags = new HashSet<>();
        List<String> operands = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            boolean isFlag = word.startsWith("-") || word.startsWith("/") && word.length() == 2;
            if (isFlag) {
                flags.add(word.toLowerCase(Locale.ROOT));
            } else {
                operands.add(word.replace("${HOME}", it.shell().place().home())
                        .replace("$HOME", it.shell().place().home()));
            }
        }
        if (DELETES.contains(program)) {
            boolean isRecursive = flags.contains("-recurse") || flags.contains("-r") || flags.contains("/s");
            boolean isForced = flags.contains("-force") || flags.contains("/f") || flags.contains("/q") && isRecursive;
            operands.forEach(
                    path -> it.effect(new Effect.Deletes(it.target(Argument.of(path)), isRecursive, isForced)));
        } else if (WRITES.contains(program)) {
            operands.stream()
                    .limit(1)
                    .forEach(path -> it.shell().write(it.target(Argument.of(path)), Flow.UNKNOWN, false));
        } else if (OPENS.contains(program)) {
            operands.stream()
                    .filter(each -> each.startsWith("http"))
                    .forEach(url -> it.effect(new Effect.OpensPage(url)));
        }
    }
}
