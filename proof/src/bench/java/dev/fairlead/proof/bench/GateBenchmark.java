package dev.fairlead.proof.bench;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Preset;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.policy.BrokenPolicy;
import dev.fairlead.policy.PolicyPlaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The time of one decision: on the commands of the sessions, one after another, and on long ones of ten times the size
/// each.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class GateBenchmark {

    private static final Place PLACE = Place.at("/work/project");
    private static final Gate GATE = Gate.of(Preset.BALANCED);

    /// The commands of the sessions, handed out in turn.
    @State(Scope.Thread)
    public static class Real {
        private final List<String> commands = new ArrayList<>();
        private int next;

        @Setup
        public void read() {
            for (List<Event> events : Corpus.events()) {
                for (Event event : events) {
                    if (event.what() instanceof Happening.ToolCalled called
                            && called.action() instanceof Action.Command command) {
                        commands.add(command.line());
                    }
                }
            }
        }

        String next() {
            next = (next + 1) % commands.size();
            return commands.get(next);
        }
    }

    /// The gate of the policy that comes along, which has every key there is.
    @State(Scope.Benchmark)
    public static class Own {
        private Gate gate = GATE;

        @Setup
        public void load() throws BrokenPolicy {
            gate = Gate.over(PolicyPlaces.named(List.of(Path.of("../examples/policies/team.yaml")))
                    .policy());
        }
    }

    /// A command that is padded to a size.
    @State(Scope.Benchmark)
    public static class Padded {
        @Param({"10000", "100000", "1000000"})
        private int size;

        private String command = "";

        @Setup
        public void pad() {
            command = "echo '" + "x".repeat(size) + "' && rm -rf / && echo \"" + "$(true) y ".repeat(size / 100) + "\"";
        }
    }

    @Benchmark
    public Answer real(Real real) {
        return GATE.decide(real.next(), PLACE).answer();
    }

    /// The same by a policy with conditions in CEL.
    @Benchmark
    public Answer realByPolicy(Real real, Own own) {
        return own.gate.decide(real.next(), PLACE).answer();
    }

    @Benchmark
    public Answer padded(Padded padded) {
        return GATE.decide(padded.command, PLACE).answer();
    }
}
