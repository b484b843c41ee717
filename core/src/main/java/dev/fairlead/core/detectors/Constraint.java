package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.session.Recent;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something that a person, or a rules file, said the agent must not do.
///
/// @param kind what is forbidden
/// @param object the path, the program or the action it is about, in lower case for actions and programs
/// @param words the sentence it was said in
/// @param source where it was said
/// @param messages how many messages of the person came since
/// @param isBeforeCompaction whether the agent's context was compacted since
record Constraint(Kind kind, String object, String words, Evidence source, int messages, boolean isBeforeCompaction) {

    /// What may be forbidden.
    enum Kind {
        /// An action, such as `commit`, whatever it is done with.
        ACTION,
        /// A push to a branch.
        BRANCH,
        /// Any change of files.
        CHANGE,
        /// A change of a path or below it.
        PATH,
        /// A change of anything but a path.
        OTHER_PATHS,
        /// A program.
        PROGRAM
    }

    /// The most constraints that are kept of a session.
    static final int MOST = 12;

    private static final int LONGEST = 300;
    private static final int MOST_LINES = 200;

    private static final Set<String> INSTALLS =
            Set.of("npm install", "npm i", "pip install", "pip3 install", "yarn add", "pnpm add");
    private static final Set<String> PUBLISHES = Set.of("npm publish", "cargo publish", "twine upload");

    private static final String NEVER = "\\b(?:do not|don't|dont|never|please don't|must not|mustn't)(?: ever| yet)? ";

    /// Without an object, or with one that stands for everything: “never commit the lock file” forbids no commit.
    private static final Pattern FORBIDS_ACTION = Pattern.compile(NEVER
            + "(commit|push|install|deploy|publish|merge|rebase|force[- ]push)(?:$|[.,;:!)]| (?:it|this|these|them"
            + "|anything|yet|now|for me|(?:(?:your|the|any|my) )?(?:changes|code|work))\\b)");

    private static final Pattern FORBIDS_BRANCH = Pattern.compile(
            NEVER + "(?:directly )?push(?: directly)? to (?:the )?[`'\"]?(main|master|develop|trunk|production)\\b");
    private static final Pattern FORBIDS_CHANGE = Pattern.compile(
            NEVER + "(?:change|edit|modify|write|touch|implement)(?: any)? (?:anything|code|files?|yet)\\b");
    private static final Pattern FORBIDS_PATH = Pattern.compile(
            "(?i)"
                    + NEVER
                    + "(?:touch|edit|modify|change|rename|delete|remove) (?:the |anything in |any files? in )?[`'\"]?([\\w./-]+)");
    private static final Pattern ONLY_PATH =
            Pattern.compile("(?i)\\bonly (?:touch|edit|modify|change) (?:the |files in )?[`'\"]?([\\w./-]+)");
    private static final Pattern INSTEAD_OF = Pattern.compile(
            "\\buse `?[\\w-]+`?,? (?:not|instead of|rather than|never) `?(npm|yarn|pnpm|bun|pip|pip3|uv|poetry|make|mvn|gradle|docker|podman|npx|python|node|sed|grep|find)\\b");

    private static final int NEVER_SAID = 1;
    private static final int ONLY_SAID = 2;
    private static final int INSTEAD_SAID = 4 | 8;

    /// Words of which every pattern needs some: most texts and sentences have none and are soon passed over.
    private static final Vocabulary MARKS = Vocabulary.of(List.of(
            List.of("do not", "don't", "dont", "never", "must not", "mustn't"),
            List.of("only"),
            List.of("use"),
            List.of("not", "never", "instead of", "rather than")));

    /// With what a message adds, and without what it lifts.
    static Recent<Constraint> heard(Recent<Constraint> before, String text, Evidence source, boolean isOfPerson) {
        boolean mayForbid = mayForbid(MARKS.kindsIn(text));
        if (before.items().isEmpty() && !mayForbid) {
            return before;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Recent<Constraint> next = Recent.ofLast(MOST);
        for (Constraint each : before.items()) {
            if (!isOfPerson || !each.isLiftedBy(lower)) {
                next = next.with(isOfPerson ? each.later(1, false) : each);
            }
        }
        for (String sentence : mayForbid ? sentences(text) : List.<String>of()) {
            Optional<Constraint> found = in(sentence, source);
            next = found.isPresent() ? next.with(found.get()) : next;
        }
        return next;
    }

    /// After a compaction of the agent's context.
    static Recent<Constraint> compacted(Recent<Constraint> before) {
        Recent<Constraint> next = Recent.ofLast(MOST);
        for (Constraint each : before.items()) {
            next = next.with(each.later(0, true));
        }
        return next;
    }

    /// Whether the person spoke, or the agent's context was compacted, since it was said.
    boolean isOld() {
        return messages > 0 || isBeforeCompaction;
    }

    private Constraint later(int more, boolean isCompacted) {
        return new Constraint(kind, object, words, source, messages + more, isBeforeCompaction || isCompacted);
    }

    /// Whether a later message speaks of what was forbidden, and so may allow it.
    private boolean isLiftedBy(String lower) {
        return switch (kind) {
            case ACTION, BRANCH, PATH, PROGRAM -> lower.contains(object.toLowerCase(Locale.ROOT));
            case CHANGE, OTHER_PATHS -> true;
        };
    }

    /// The sentences of the lines that may forbid something.
    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        for (String line : text.split("\n", MOST_LINES)) {
            int start = mayForbid(MARKS.kindsIn(line)) ? 0 : line.length() + 1;
            for (int i = start; i <= line.length(); i++) {
                if (isEnd(line, i)) {
                    if (i - start <= LONGEST) {
                        sentences.add(line.substring(start, i).strip());
                    }
                    start = i + 1;
                }
            }
        }
        return sentences;
    }

    private static boolean isEnd(String line, int at) {
        return at == line.length() || at > 0 && line.charAt(at) == ' ' && ".!?;".indexOf(line.charAt(at - 1)) >= 0;
    }

    /// The constraint that a sentence states, if it states one.
    static Optional<Constraint> in(String sentence, Evidence source) {
        long said = MARKS.kindsIn(sentence);
        if (!mayForbid(said)) {
            return Optional.empty();
        }
        String lower = sentence.toLowerCase(Locale.ROOT);
        if (lower.contains("unless") || lower.contains("until") || lower.contains(" if ")) {
            return Optional.empty();
        }
        Optional<Constraint> found = (said & NEVER_SAID) != 0 ? forbidden(sentence, lower, source) : Optional.empty();
        if (found.isPresent()) {
            return found;
        }
        Matcher only = ONLY_PATH.matcher(sentence);
        if ((said & ONLY_SAID) != 0 && only.find() && isPath(only.group(1))) {
            return made(Kind.OTHER_PATHS, only.group(1), sentence, source);
        }
        Matcher instead = INSTEAD_OF.matcher(lower);
        return instead.find() ? made(Kind.PROGRAM, instead.group(1), sentence, source) : Optional.empty();
    }

    private static Optional<Constraint> forbidden(String sentence, String lower, Evidence source) {
        Matcher action = FORBIDS_ACTION.matcher(lower);
        if (action.find()) {
            return made(Kind.ACTION, action.group(1).replace(' ', '-'), sentence, source);
        }
        Matcher branch = FORBIDS_BRANCH.matcher(lower);
        if (branch.find()) {
            return made(Kind.BRANCH, branch.group(1), sentence, source);
        }
        if (FORBIDS_CHANGE.matcher(lower).find()) {
            return made(Kind.CHANGE, "", sentence, source);
        }
        Matcher path = FORBIDS_PATH.matcher(sentence);
        return path.find() && isPath(path.group(1))
                ? made(Kind.PATH, path.group(1), sentence, source)
                : Optional.empty();
    }

    private static boolean mayForbid(long said) {
        return (said & (NEVER_SAID | ONLY_SAID)) != 0 || (said & INSTEAD_SAID) == INSTEAD_SAID;
    }

    private static boolean isPath(String word) {
        return word.indexOf('/') >= 0 || word.indexOf('.') > 0;
    }

    private static Optional<Constraint> made(Kind kind, String object, String sentence, Evidence source) {
        return Optional.of(new Constraint(kind, object, Words.quoted(sentence, 160), source, 0, false));
    }

    /// What a call does against it, in words; empty where it does nothing of the kind.
    Optional<String> brokenBy(Action action) {
        return switch (kind) {
            case ACTION -> command(action, each -> isAction(each, object));
            case BRANCH -> command(action, each -> isPush(each) && pushesTo(each, object));
            case PROGRAM -> command(action, each -> each.program().equals(object));
            case CHANGE -> paths(action).stream().findFirst().map(path -> "changed `" + path + "`");
            case PATH -> paths(action).stream().filter(this::covers).findFirst().map(path -> "changed `" + path + "`");
            case OTHER_PATHS ->
                paths(action).stream().filter(path -> !covers(path)).findFirst().map(path -> "changed `" + path + "`");
        };
    }

    private static boolean isAction(SimpleCommand command, String action) {
        String call = command.program() + " " + command.operand(1);
        return switch (action) {
            case "install" -> INSTALLS.contains(call);
            case "publish" -> PUBLISHES.contains(call);
            case "force-push" ->
                isPush(command)
                        && (command.has("-f") || command.words().stream().anyMatch(word -> word.startsWith("--force")));
            default -> call.equals("git " + action);
        };
    }

    private static boolean isPush(SimpleCommand command) {
        return command.program().equals("git") && command.operand(1).equals("push");
    }

    private static boolean pushesTo(SimpleCommand push, String branch) {
        return push.words().stream().anyMatch(word -> word.equals(branch) || word.endsWith(":" + branch));
    }

    private static Optional<String> command(Action action, Predicate<SimpleCommand> isForbidden) {
        if (!(action instanceof Action.Command command)) {
            return Optional.empty();
        }
        return CommandLine.of(command.line()).commands().stream()
                .filter(isForbidden)
                .findFirst()
                .map(each -> "ran `" + Words.quoted(String.join(" ", each.words()), 80) + "`");
    }

    private boolean covers(String path) {
        String name = object.endsWith("/") ? object.substring(0, object.length() - 1) : object;
        return path.equals(name)
                || path.endsWith("/" + name)
                || path.startsWith(name + "/")
                || path.contains("/" + name + "/");
    }

    private static List<String> paths(Action action) {
        return switch (action) {
            case Action.Edit edit -> List.of(edit.path());
            case Action.Write write -> List.of(write.path());
            case Action.Patch patch ->
                patch.files().stream().map(Action.FilePatch::path).toList();
            case Action.Command _,
                    Action.Read _,
                    Action.Search _,
                    Action.Fetch _,
                    Action.Delegate _,
                    Action.Poll _,
                    Action.Ask _,
                    Action.Plan _,
                    Action.Other _ -> List.of();
        };
    }
}
