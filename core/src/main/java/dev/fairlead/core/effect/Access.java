package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.Map;

/// Programs that change who may do what with a file.
final class Access {

    private static final Spec MODE = Spec.of(
            "recursive|R reference= c|changes f|silent|quiet v|verbose h|no-dereference H L P from= preserve-root no-preserve-root help version");
    private static final Spec LIST =
            Spec.of("recursive|R m|modify= x|remove= b|remove-all k restore= set= M= help version");

    private Access() {}

    static Map<String, Program> programs() {
        return Map.of(
                "chmod", Access::change,
                "chown", Access::change,
                "chgrp", Access::change,
                "chattr", Access::change,
                "setcap", Access::change,
                "xattr", it -> Flow.UNKNOWN,
                "setfacl", Access::list);
    }

    private static Flow change(Invocation it) {
        Options options = it.options(MODE);
        if (options.has("help", "version")) {
            return Flow.UNKNOWN;
        }
        boolean hasMode = !options.has("reference");
        // A mode that takes rights away begins like an option.
        String given = options.given().keySet().stream()
                .filter(name -> name.length() == 1 && "rwxst+".contains(name))
                .findFirst()
                .map(name -> "-" + name)
                .orElse("");
        String mode = !hasMode ? "like another" : given.isEmpty() ? options.operand(0) : given;
        int from = hasMode && given.isEmpty() ? 1 : 0;
        for (Argument operand : options.from(from)) {
            it.effect(
                    new Effect.ChangesAccess(it.target(operand), options.has("recursive"), it.program() + " " + mode));
        }
        return Flow.EMPTY;
    }

    private static Flow list(Invocation it) {
        Options options = it.options(LIST);
        for (Argument operand : options.operands()) {
            it.effect(new Effect.ChangesAccess(it.target(operand), options.has("recursive"), "setfacl"));
        }
        return Flow.EMPTY;
    }
}
