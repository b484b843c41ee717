package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Programs that look for files, and may delete them or hand them on.
final class Finding {

    private static final Set<String> RUNS = Set.of("-exec", "-execdir", "-ok", "-okdir");
    private static final Set<String> WRITES = Set.of("-fprint", "-fprint0", "-fls", "-fprintf");
    private static final Set<String> VALUED = Set.of(
            "-name",
            "-iname",
            "-path",
            "-ipath",
            "-wholename",
            "-regex",
            "-iregex",
            "-type",
            "-size",
            "-mtime",
            "-mmin",
            "-newer",
            "-user",
            "-group",
            "-perm",
            "-maxdepth",
            "-mindepth",
            "-printf",
            "-links",
            "-inum",
            "-atime",
            "-ctime",
            "-cmin",
            "-amin",
            "-lname",
            "-samefile",
            "-xtype",
            "-uid",
            "-gid",
            "-used",
            "-fstype",
            "-anewer");
    /// What makes it take only some of the files.
    private static final Set<String> NARROWING = Set.of(
            "-name",
            "-iname",
            "-path",
            "-ipath",
            "-wholename",
            "-regex",
            "-iregex",
            "-size",
            "-mtime",
            "-mmin",
            "-newer",
            "-user",
            "-perm",
            "-links",
            "-atime",
            "-ctime",
            "-empty");

    private Finding() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        programs.put("find", Finding::find);
        programs.put("gfind", Finding::find);
        programs.put("fd", Finding::fd);
        programs.put("fdfind", Finding::fd);
        return programs;
    }

    private static Flow find(Invocation it) {
        List<Argument> words = it.arguments();
        int from = 0;
        while (from < words.size()
                && Set.of("-L", "-H", "-P").contains(words.get(from).text())) {
            from++;
        }
        List<Argument> places = new ArrayList<>();
        while (from < words.size() && !isExpression(words.get(from).text())) {
            places.add(words.get(from++));
        }
        if (places.isEmpty()) {
            places.add(Argument.of("."));
        }
        boolean isNarrow = false;
        for (int i = from; i < words.size(); i++) {
            String word = words.get(i).text();
            isNarrow |= NARROWING.contains(word);
            if (VALUED.contains(word)) {
                i++;
            } else if (word.equals("-delete")) {
                deletes(it, places, isNarrow);
            } else if (WRITES.contains(word) && i + 1 < words.size()) {
                it.shell().write(it.target(words.get(++i)), Flow.UNKNOWN, false);
            } else if (RUNS.contains(word)) {
                int end = end(words, i + 1);
                if (end < words.size()) {
                    runs(it, words.subList(i + 1, end), places, isNarrow);
                }
                i = end;
            }
        }
        return Flow.UNKNOWN;
    }

    private static boolean isExpression(String word) {
        return word.startsWith("-") && word.length() > 1 || word.equals("(") || word.equals("!") || word.equals(")");
    }

    private static int end(List<Argument> words, int from) {
        int i = from;
        while (i < words.size()
                && !words.get(i).is(";")
                && !(words.get(i).is("+") && words.get(i - 1).is("{}"))) {
            i++;
        }
        return i;
    }

    /// Takes away what it finds: everything below its places, or only what its conditions name.
    private static void deletes(Invocation it, List<Argument> places, boolean isNarrow) {
        for (Argument place : places) {
            it.effect(new Effect.Deletes(found(it, place, isNarrow), !isNarrow, true));
        }
    }

    private static Target found(Invocation it, Argument place, boolean isNarrow) {
        Target target = it.target(place);
        boolean isHome = target.ground() == Ground.HOME || target.ground() == Ground.SYSTEM;
        return isNarrow && !isHome
                ? it.target(new Argument(place.text() + "/found", place.isKnown(), false, Set.of()))
                : target;
    }

    private static void runs(Invocation it, List<Argument> words, List<Argument> places, boolean isNarrow) {
        if (words.isEmpty()) {
            return;
        }
        for (Argument place : places) {
            Target target = found(it, place, isNarrow);
            Argument item = target.path()
                    .map(path -> new Argument(path, true, Ground.isPattern(path), Set.of()))
                    .orElse(Argument.unknown("{}"));
            List<Argument> filled = new ArrayList<>();
            for (Argument word : words) {
                filled.add(
                        word.is("{}")
                                ? item
                                : word.text().contains("{}")
                                        ? new Argument(
                                                word.text().replace("{}", item.text()),
                                                item.isKnown(),
                                                false,
                                                word.taints())
                                        : word);
            }
            it.shell().run(recursively(filled, isNarrow), Flow.UNKNOWN);
        }
    }

    /// A change to each thing that is found is a change to everything below.
    private static List<Argument> recursively(List<Argument> words, boolean isNarrow) {
        String program = words.getFirst().text();
        boolean isChange = program.equals("chmod") || program.equals("chown") || program.equals("rm");
        if (!isChange || isNarrow) {
            return words;
        }
        List<Argument> all = new ArrayList<>(words);
        all.add(1, Argument.of(program.equals("rm") ? "-rf" : "-R"));
        return all;
    }

    private static Flow fd(Invocation it) {
        List<Argument> words = it.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            if (Set.of("-x", "-X", "--exec", "--exec-batch").contains(word)) {
                int end = end(words, i + 1);
                it.shell().run(words.subList(Math.min(words.size(), i + 1), end), Flow.UNKNOWN);
                return Flow.UNKNOWN;
            }
        }
        return Flow.UNKNOWN;
    }
}
