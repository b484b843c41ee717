package dev.fairlead.core.detectors;

import dev.fairlead.core.session.Digest;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.FileChange;
import dev.fairlead.core.session.Recent;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.List;

/// What belongs to a session: where it works, what it made and changed, and what the person gave away.
///
/// @param workspace the first directory that it worked in; empty until one is known
/// @param made paths that it made, by digest
/// @param changed files that it changed, by digest
/// @param started programs and scripts that it ran, by digest
/// @param isApplied whether what was stashed last was brought back since
/// @param isClean whether git said that nothing is uncommitted, and nothing was changed since
/// @param answers what the person agreed to in answers to questions
/// @param spoken what was spoken of since the person last spoke
record Belongings(
        String workspace,
        Marks made,
        Marks changed,
        Marks started,
        boolean isApplied,
        boolean isClean,
        Recent<String> answers,
        Marks spoken) {

    /// Nothing is known yet.
    static final Belongings NONE = new Belongings(
            "", Marks.ofLast(96), Marks.ofLast(96), Marks.ofLast(32), false, false, Recent.ofLast(2), Marks.ofLast(16));

    private static final int KEPT = 300;
    private static final List<String> MAKERS = List.of("mkdir", "touch", "mkfifo", "install");

    Belongings {
        workspace = workspace.length() <= KEPT ? workspace : workspace.substring(0, KEPT);
    }

    /// Working in a directory: the first one is the workspace.
    Belongings at(String directory) {
        return workspace.isEmpty() && !directory.isEmpty()
                ? new Belongings(directory, made, changed, started, isApplied, isClean, answers, spoken)
                : this;
    }

    /// The person spoke.
    Belongings afterTask() {
        return spoken.isEmpty()
                ? this
                : new Belongings(workspace, made, changed, started, isApplied, isClean, answers, spoken.cleared());
    }

    /// The person answered a question.
    Belongings withAnswer(String answer) {
        String kept = answer.length() <= KEPT ? answer : answer.substring(0, KEPT);
        return new Belongings(workspace, made, changed, started, isApplied, isClean, answers.with(kept), spoken);
    }

    /// A deed was spoken of.
    Belongings withSpoken(Deed deed) {
        return new Belongings(workspace, made, changed, started, isApplied, isClean, answers, spoken.with(mark(deed)));
    }

    /// Files were changed by the agent's tools.
    Belongings afterChanges(Session session, Exchange exchange) {
        if (!exchange.worked() || exchange.call().changes().isEmpty()) {
            return this;
        }
        Marks nextMade = made;
        Marks nextChanged = changed;
        String directory = session.profile().directory().orElse("");
        for (FileChange change : exchange.call().changes()) {
            long path = Digest.of(Places.resolved(change.path(), directory));
            nextChanged = nextChanged.with(path);
            nextMade = session.file(change.path()).created() ? nextMade.with(path) : nextMade;
        }
        return new Belongings(workspace, nextMade, nextChanged, started, isApplied, false, answers, spoken);
    }

    /// A command ran in a directory.
    Belongings after(SimpleCommand command, String directory, boolean worked) {
        Marks nextStarted = started.with(Digest.of(command.program())).with(Digest.of(command.operand(1)));
        Marks nextMade = worked ? withMade(command, directory) : made;
        Marks nextChanged = worked ? withRemoved(command, directory) : changed;
        boolean applied = isApplied;
        if (command.program().equals("git") && command.has("stash")) {
            boolean brings = command.has("pop") || command.has("apply");
            boolean looks = command.has("list") || command.has("show");
            applied = brings ? worked : looks && isApplied;
        }
        return new Belongings(workspace, nextMade, nextChanged, nextStarted, applied, isClean, answers, spoken);
    }

    /// A command line said this.
    Belongings after(String text) {
        boolean saysClean = text.contains("working tree clean");
        return saysClean && !isClean
                ? new Belongings(workspace, made, changed, started, isApplied, true, answers, spoken)
                : this;
    }

    private Marks withMade(SimpleCommand command, String directory) {
        Marks next = made;
        String program = command.program();
        if (MAKERS.contains(program)) {
            for (String word : command.words().subList(1, command.words().size())) {
                next = withPath(next, word, directory);
            }
        }
        boolean copies = program.equals("cp") || program.equals("mv") || program.equals("rsync");
        boolean clones = program.equals("git") && (command.has("clone") || command.has("init"));
        if (copies || clones) {
            String last = command.words().getLast();
            String name = Rewritten.nameOf(last);
            boolean isAddress = clones && (last.contains("://") || last.contains("@"));
            next = withPath(next, isAddress ? name.replace(".git", "") : last, directory);
        }
        if (program.equals("git") && command.has("worktree") && command.has("add")) {
            for (String word : command.words().subList(3, command.words().size())) {
                next = withPath(next, word, directory);
            }
        }
        return next;
    }

    /// What the agent itself took away may be brought back.
    private Marks withRemoved(SimpleCommand command, String directory) {
        boolean removes = command.program().equals("rm") || command.program().equals("git") && command.has("rm");
        Marks next = changed;
        for (String word : removes ? command.words() : List.<String>of()) {
            next = withPath(next, word, directory);
        }
        return next;
    }

    private static Marks withPath(Marks before, String word, String directory) {
        String path = Places.resolved(word, directory);
        return path.isEmpty() ? before : before.with(Digest.of(path));
    }

    /// Whether a place is a checkout that is not the session's.
    boolean isForeign(String place) {
        return !place.isEmpty()
                && !workspace.isEmpty()
                && !Places.isWithin(place, workspace)
                && !Places.isTemporary(place)
                && !isMade(place);
    }

    /// Whether a deed is the session's own affair, or was spoken of.
    ///
    /// @param directory where the command runs
    /// @param start where the call that it is part of begins: the agent was put to work there
    boolean excuse(Deed deed, String directory, String start) {
        if (spoken.has(mark(deed))) {
            return true;
        }
        return switch (deed.kind()) {
            case DISCARD -> excuseDiscard(deed, directory);
            case HISTORY, DATABASE, INFRASTRUCTURE -> false;
            case DELETION -> !deed.target().isEmpty() && excuseDeletion(deed, start);
            case ELSEWHERE -> isMade(deed.target());
            case PROCESS -> isStarted(deed.target());
        };
    }

    private boolean excuseDiscard(Deed deed, String directory) {
        if (deed.target().equals("stash")) {
            return isApplied;
        }
        String path = Places.resolved(deed.target(), directory);
        return isClean || isMade(directory) || Places.isTemporary(directory) || changed.has(Digest.of(path));
    }

    /// What is in the workspace may be taken away, but for settings, the workspace itself and its history.
    private boolean excuseDeletion(Deed deed, String start) {
        String path = deed.target();
        boolean isInside = !path.equals(workspace)
                && !path.equals(start)
                && (Places.isWithin(path, workspace) || Places.isWithin(path, start));
        boolean isHistory = path.endsWith("/.git");
        boolean isSettings = deed.what().startsWith("deleted the settings");
        if (Places.isSystem(path)) {
            return isMade(path);
        }
        return isMade(path) || workspace.isEmpty() || isInside && !isHistory && !isSettings;
    }

    /// Whether a path or a folder that it lies in was made by the session.
    private boolean isMade(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (made.has(Digest.of(path.substring(0, end)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isStarted(String pattern) {
        for (String word : pattern.split("\\s+", 20)) {
            if (started.has(Digest.of(word))) {
                return true;
            }
        }
        return false;
    }

    private static long mark(Deed deed) {
        return Digest.join(Digest.of(deed.kind().remedy()), Digest.of(deed.target()));
    }
}
