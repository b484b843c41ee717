package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.Map;

/// Programs that take files away or empty them.
final class Removal {

    private static final Spec RM = Spec.of(
            "recursive|r|R force|f i|interactive I v|verbose d|dir one-file-system preserve-root no-preserve-root help version");
    private static final Spec SHRED = Spec.of("u|remove n|iterations= s|size= z|zero v f|force x help version");
    private static final Spec TRUNCATE = Spec.of("s|size= r|reference= c|no-create o help version");

    private Removal() {}

    static Map<String, Program> programs() {
        return Map.of(
                "rm", Removal::rm,
                "srm", Removal::rm,
                "unlink", Removal::single,
                "rmdir", Removal::single,
                "shred", Removal::shred,
                "truncate", Removal::truncate);
    }

    private static Flow rm(Invocation it) {
        Options options = it.options(RM);
        if (options.isHelp()) {
            return Flow.UNKNOWN;
        }
        boolean isForced = options.has("force") && !options.has("i");
        for (Argument operand : options.operands()) {
            Target target = it.target(operand);
            it.effect(new Effect.Deletes(target, options.has("recursive"), isForced));
            target.path().ifPresent(it.shell().files()::delete);
        }
        return Flow.EMPTY;
    }

    private static Flow single(Invocation it) {
        for (Argument operand : it.options(RM).operands()) {
            Target target = it.target(operand);
            it.effect(new Effect.Deletes(target, false, false));
            target.path().ifPresent(it.shell().files()::delete);
        }
        return Flow.EMPTY;
    }

    private static Flow shred(Invocation it) {
        Options options = it.options(SHRED);
        for (Argument operand : options.operands()) {
            Target target = it.target(operand);
            it.effect(
                    target.ground() == Ground.DEVICE
                            ? new Effect.Wipes(target.written(), it.program())
                            : new Effect.Deletes(target, false, true));
        }
        return Flow.EMPTY;
    }

    private static Flow truncate(Invocation it) {
        Options options = it.options(TRUNCATE);
        options.operands().forEach(operand -> it.shell().write(it.target(operand), Flow.EMPTY, false));
        return Flow.EMPTY;
    }
}
