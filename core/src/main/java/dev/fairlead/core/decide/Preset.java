package dev.fairlead.core.decide;

import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.gate.Rules;
import dev.fairlead.core.session.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A choice of what follows from each rule and each class of findings, to begin a policy with.
public enum Preset {
    /// Nothing follows from any; all are recorded.
    OBSERVE(List.of(), List.of()),
    /// Refused is what nobody would want; asked is what is hard to take back and rarely meant.
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
                    "drop-cluster-data",
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
                    "delete-unsaved",
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
                    "plant-pipeline",
                    "plant-agent-setting",
                    "halt-service",
                    "drop-data",
                    "drop-cluster-data",
                    "drop-containers",
                    "drop-remote",
                    "delete-remote-branch",
                    "install-for-all",
                    "gain-privilege",
                    "not-understood",
                    "unknown-tool"));

    @SuppressWarnings("ImmutableEnumChecker") // a map that nobody can change
    private final Map<String, Mode> modes;

    Preset(List<String> refused, List<String> asked) {
        Map<String, Mode> all = new HashMap<>();
        Rules.names().forEach(rule -> all.put(rule, Mode.SHADOW));
        refused.forEach(rule -> all.put(rule, Mode.REFUSE));
        asked.forEach(rule -> all.put(rule, Mode.ASK));
        this.modes = Map.copyOf(all);
    }

    /// The preset that a policy calls so.
    public static Optional<Preset> of(String code) {
        for (Preset preset : values()) {
            if (preset.code().equals(code)) {
                return Optional.of(preset);
            }
        }
        return Optional.empty();
    }

    /// Its name in policies.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The mode of each rule, by its id.
    public Map<String, Mode> modes() {
        return modes;
    }

    /// Tells what this preset says from what it said in other versions.
    public String digest() {
        String all = new TreeMap<>(modes).toString();
        return "%s-%08x".formatted(code(), (int) Digest.of(all));
    }

    /// Where a mode comes from that a layer takes from this preset.
    String within(String layer) {
        String own = "preset " + code();
        return layer.equals(own) ? own : "%s, %s".formatted(layer, own);
    }

    /// The mode of a rule or a class; of a policy's own rules it knows nothing.
    Optional<Mode> of(Subject subject) {
        return switch (subject) {
            case Subject.OfRule(String rule) -> Optional.ofNullable(modes.get(rule));
            case Subject.OfClass(Misbehaviour misbehaviour) -> Optional.of(mode(misbehaviour));
        };
    }

    private Mode mode(Misbehaviour misbehaviour) {
        return switch (this) {
            case OBSERVE -> Mode.SHADOW;
            case BALANCED -> Mode.NUDGE;
            case STRICT ->
                switch (misbehaviour.category()) {
                    case INTEGRITY, SAFETY -> Mode.ASK;
                    case SPECIFICATION_DRIFT, REASONING_PROBLEM, TOOL_CALL_FAILURE, CODE_QUALITY, INTERVENTION ->
                        Mode.NUDGE;
                };
        };
    }
}
