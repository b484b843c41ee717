package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What gives names to values, programs and scripts.
final class Declarations {

    private static final Spec DECLARE = Spec.of("a A f F g i I l n r t u x p");

    private Declarations() {}

    static Map<String, Program> programs() {
        return Map.of(
                "declare", Declarations::declare,
                "typeset", Declarations::declare,
                "local", Declarations::declare,
                "readonly", Declarations::declare,
                "export", Declarations::declare,
                "unset", Declarations::unset,
                "alias", Declarations::alias,
                "unalias", Declarations::unalias);
    }

    private static Flow declare(Invocation it) {
        Options options = it.options(DECLARE);
        boolean isExported = it.program().equals("export") || options.has("x");
        Variables variables = it.shell().variables();
        for (Argument operand : options.operands()) {
            int equals = operand.text().indexOf('=');
            String name = equals < 0 ? operand.text() : operand.text().substring(0, equals);
            if (equals > 0) {
                variables.set(name, List.of(operand.withText(operand.text().substring(equals + 1))));
            }
            refine(options, variables, name);
            if (it.program().equals("readonly") || options.has("r")) {
                variables.lock(name);
            }
            if (isExported) {
                variables.export(name);
            }
        }
        boolean isListing = options.operands().isEmpty()
                && (options.has("p") || it.arguments().isEmpty());
        return isListing ? Flow.from(Taint.SECRET) : Flow.EMPTY;
    }

    /// The shell has set the value before this runs, since it stands in an assignment behind the program.
    private static void refine(Options options, Variables variables, String name) {
        Argument value =
                Expander.joined(variables.get(name).isEmpty() ? List.of(Argument.of("")) : variables.get(name));
        if (options.has("n") && value.isKnown()) {
            variables.refer(name, value.text());
        } else if (options.has("l")) {
            variables.set(name, List.of(value.withText(value.text().toLowerCase(Locale.ROOT))));
        } else if (options.has("u")) {
            variables.set(name, List.of(value.withText(value.text().toUpperCase(Locale.ROOT))));
        }
    }

    private static Flow unset(Invocation it) {
        Options options = it.options(Spec.of("f v n"));
        for (Argument operand : options.operands()) {
            it.shell().functions().remove(operand.text());
            it.shell().variables().unset(operand.text());
        }
        return Flow.EMPTY;
    }

    private static Flow alias(Invocation it) {
        for (Argument argument : it.arguments()) {
            int equals = argument.text().indexOf('=');
            if (equals > 0) {
                it.shell()
                        .aliases()
                        .put(
                                argument.text().substring(0, equals),
                                argument.text().substring(equals + 1).strip());
            }
        }
        return Flow.EMPTY;
    }

    private static Flow unalias(Invocation it) {
        if (it.has("-a")) {
            it.shell().aliases().clear();
        }
        it.arguments().forEach(name -> it.shell().aliases().remove(name.text()));
        return new Flow(Optional.of(""), it.input().taints());
    }
}
