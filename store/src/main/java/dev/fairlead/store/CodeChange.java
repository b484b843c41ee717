package dev.fairlead.store;

import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// What one call of an agent changed in one file, and what a review made of it. What is not known of the session is
/// empty.
///
/// @param sequence of the event by which the call was made
/// @param ordinal the file's place within the call, from 0
/// @param path below the folder that the agent worked in where it is there
/// @param language empty where none is known that has rules
/// @param sums what is added up over many changes
/// @param flaws the worst first
/// @param functions those that were touched
public record CodeChange(
        Channel channel,
        SessionId session,
        long sequence,
        int ordinal,
        Instant at,
        String agent,
        String model,
        String version,
        String repository,
        String path,
        String language,
        Sums sums,
        List<CodeFlaw> flaws,
        List<FunctionRise> functions) {

    public CodeChange {
        flaws = List.copyOf(flaws);
        functions = List.copyOf(functions);
    }

    /// Writes it as one object of JSON.
    public void write(JsonWriter json) {
        CodeChangeText.write(json, this);
    }

    /// Figures of changes, which may be added up.
    ///
    /// @param added lines that were added or changed
    /// @param removed lines that are gone
    /// @param touched functions
    /// @param cognitive by how much the cognitive complexity of the touched functions rose, negative where it fell
    /// @param cyclomatic the same of the cyclomatic one
    /// @param lines the same of the lines that hold code
    /// @param hard levels of cognitive complexity beyond what is easy to follow
    /// @param security points taken for flaws
    public record Sums(
            long added,
            long removed,
            long touched,
            long cognitive,
            long cyclomatic,
            long lines,
            long hard,
            long security,
            long reliability,
            long hygiene) {

        /// No figures.
        public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        /// Both together.
        public Sums with(Sums more) {
            return new Sums(
                    added + more.added,
                    removed + more.removed,
                    touched + more.touched,
                    cognitive + more.cognitive,
                    cyclomatic + more.cyclomatic,
                    lines + more.lines,
                    hard + more.hard,
                    security + more.security,
                    reliability + more.reliability,
                    hygiene + more.hygiene);
        }
    }

    /// A flaw that the change brought in.
    ///
    /// @param dimension as reviews name it
    public record CodeFlaw(
            String source,
            String rule,
            String dimension,
            Severity severity,
            OptionalInt cwe,
            int line,
            int endLine,
            String claim,
            String remedy) {}

    /// A function before and after. One that is new was 0.
    public record FunctionRise(String name, int line, int cognitiveBefore, int cognitive) {}
}
