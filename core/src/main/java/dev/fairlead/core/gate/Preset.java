package dev.fairlead.core.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A choice of what follows from each rule.
public enum Preset {
    /// Nothing follows from any.
    OBSERVE(List.of(), List.of()),
    /// Denied is what nobody would want; asked is what is hard to take back and rarely meant.
    BALANCED(
            List.of(
                    "delete-system",
                    "delete-repository",
                    "wipe-disk",
                    "move-system",
                    "change-system-access",
                    "run-foreign-code",
                    "open-shell",
                    "exhaust-machine",
                    "send-secret",
                    "touch-guarded",
                    "command-guard",
                    "disarm-guard",
                    "kill-everything"),
            List.of(
                    "delete-workspace",
                    "overwrite-repository",
                    "erase-history",
                    "force-push",
                    "publish",
                    "plant-schedule",
                    "plant-startup",
                    "plant-login",
                    "halt-service",
                    "drop-data",
                    "write-secret",
                    "not-understood")),
    /// Asked is everything that any rule stands against.
    STRICT(
            List.of(
                    "delete-system",
                    "delete-repository",
                    "overwrite-repository",
                    "delete-workspace",
                    "wipe-disk",
                    "move-system",
                    "change-system-access",
                    "run-foreign-code",
                    "open-shell",
                    "exhaust-machine",
                    "send-secret",
                    "read-secret",
                    "write-secret",
                    "touch-guarded",
                    "command-guard",
                    "disarm-guard",
                    "kill-everything",
                    "force-push",
                    "erase-history",
                    "discard-all",
                    "skip-checks"),
            List.of(
                    "delete-outside",
                    "delete-system-file",
                    "open-page",
                    "delete-unknown",
                    "delete-forced",
                    "open-access",
                    "write-outside",
                    "rewrite-history",
                    "discard-some",
                    "publish",
                    "plant-schedule",
                    "plant-startup",
                    "plant-login",
                    "plant-hook",
                    "plant-agent-setting",
                    "halt-service",
                    "drop-data",
                    "drop-containers",
                    "drop-remote",
                    "delete-remote-branch",
                    "install-for-all",
                    "gain-privilege",
                    "not-understood"));

    @SuppressWarnings("ImmutableEnumChecker") // a map that nobody can change
    private final Map<String, Answer> answers;

    Preset(List<String> denied, List<String> asked) {
        Map<String, Answer> all = new HashMap<>();
        denied.forEach(rule -> all.put(rule, Answer.DENY));
        asked.forEach(rule -> all.put(rule, Answer.ASK));
        this.answers = Map.copyOf(all);
    }

    /// What follows from each rule, by its id; from the others nothing does.
    public Map<String, Answer> answers() {
        return answers;
    }
}
