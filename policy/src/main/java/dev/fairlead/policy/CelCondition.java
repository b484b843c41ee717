package dev.fairlead.policy;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.fairlead.core.decide.Attempt;
import java.util.Map;
import java.util.function.Predicate;

/// A condition in CEL, the Common Expression Language, over the variables of [CelVariables].
///
/// CEL has no loops but over lists and maps; how much one condition may go round is bounded all the same.
final class CelCondition implements Predicate<Attempt> {

    /// The most rounds over lists and maps in one evaluation.
    private static final int MOST_ROUNDS = 20_000;

    /// The longest condition, in characters.
    private static final int LONGEST = 4_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .comprehensionMaxIterations(MOST_ROUNDS)
            .build();
    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private final CelRuntime.Program program;

    private CelCondition(CelRuntime.Program program) {
        this.program = program;
    }

    /// @throws BrokenPolicy where it is no condition, with its line
    static CelCondition of(Scalar when) throws BrokenPolicy {
        CelValidationResult result = COMPILER.compile(when.text());
        if (result.hasError()) {
            String reason = result.getErrors().getFirst().getMessage();
            throw when.broken("`%s` is no condition: %s".formatted(when.name(), reason));
        }
        try {
            return new CelCondition(RUNTIME.createProgram(result.getAst()));
        } catch (CelValidationException | CelEvaluationException fault) {
            throw when.broken("`%s` is no condition: %s".formatted(when.name(), fault.getMessage()));
        }
    }

    @Override
    public boolean test(Attempt attempt) {
        try {
            return (Boolean) program.eval(CelVariables.of(attempt));
        } catch (CelEvaluationException fault) {
            throw new IllegalStateException(fault.getMessage(), fault);
        }
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setOptions(OPTIONS)
                .setResultType(SimpleType.BOOL);
        for (Map.Entry<String, CelType> each : CelVariables.TYPES.entrySet()) {
            builder.addVar(each.getKey(), each.getValue());
        }
        return builder.build();
    }
}
