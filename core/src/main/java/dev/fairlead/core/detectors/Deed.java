package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Severity;
import java.util.List;

/// Something that a command does which cannot be taken back, or which others feel.
///
/// @param what it does, as a clause whose subject is the agent
/// @param target the path it is done to; empty where there is none in particular
record Deed(Kind kind, Severity severity, String what, String target) {

    /// The target of what was put aside, which has no path.
    static final String STASH = "stash";

    /// The verbs that deeds begin with, and how they stand behind "to".
    private static final List<String> VERBS = List.of(
            "moved or discarded",
            "move or discard",
            "discarded",
            "discard",
            "deleted",
            "delete",
            "threw",
            "throw",
            "rewrote",
            "rewrite",
            "overwrote",
            "overwrite",
            "ended",
            "end");

    /// What it does, where the call was refused or failed.
    String attempt() {
        for (int i = 0; i < VERBS.size(); i += 2) {
            if (what.startsWith(VERBS.get(i))) {
                return "tried to " + VERBS.get(i + 1)
                        + what.substring(VERBS.get(i).length());
            }
        }
        return what;
    }

    /// Kinds of deeds, with the beginnings of the words by which a person asks for one, and what to do instead.
    enum Kind {
        /// Uncommitted work goes away.
        DISCARD(
                "revert reset discard restor undo throw checkout clean drop back scratch",
                "keep the work: commit it or `git stash push` it first, and ask before discarding what you did not write"),
        /// What others have fetched is replaced.
        HISTORY(
                "push forc rebas amend squash rewrit histor",
                "add a commit instead of rewriting published ones, or ask before you push by force"),
        /// Files go away that are not the session's.
        DELETION(
                "delet remov clean wip rm reset fresh uninstall purg prun",
                "move it aside instead of deleting it, or ask first: name the path and say what will be lost"),
        /// Work in another place than the session's is touched.
        ELSEWHERE(
                "stash worktree checkout reset clean",
                "leave other checkouts alone: add a worktree of your own with `git worktree add` and look there"),
        /// Processes end that the session did not start.
        PROCESS(
                "kill stop restart terminat shut",
                "end the process that you started by its id; ask before you end others"),
        /// Data in a database goes away.
        DATABASE(
                "drop truncat delet wip reset purg clear recreat clean flush",
                "look at what would go with a `SELECT`, take a backup, and ask before you delete"),
        /// What others run on goes away.
        INFRASTRUCTURE(
                "destroy delet remov uninstall tear prun clean wip",
                "show the plan first (`terraform plan`, `kubectl get`) and ask before you delete");

        private final String askedBy;
        private final String remedy;

        Kind(String askedBy, String remedy) {
            this.askedBy = askedBy;
            this.remedy = remedy;
        }

        List<String> askedBy() {
            return List.of(askedBy.split(" ", -1));
        }

        String remedy() {
            return remedy;
        }
    }
}
