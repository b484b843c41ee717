package dev.fairlead.cli;

import dev.fairlead.wire.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Whom a switch stops: exactly one of the options.
final class SwitchTarget {

    @Option(names = "--session", paramLabel = "ID", description = "One session and its sub-agents.")
    private String session = "";

    @Option(names = "--agent", paramLabel = "NAME", description = "Every session of one kind of agent, such as codex.")
    private String agent = "";

    @Option(names = "--repository", paramLabel = "NAME", description = "Every session in one repository.")
    private String repository = "";

    @Option(names = "--person", paramLabel = "NAME", description = "Every session of one person.")
    private String person = "";

    @Option(names = "--all", description = "Every session.")
    private boolean isAll;

    private record Named(String scope, String value) {}

    private List<Named> named() {
        List<Named> named = new ArrayList<>();
        for (Named each : List.of(
                new Named("session", session),
                new Named("agent", agent),
                new Named("repository", repository),
                new Named("person", person))) {
            if (!each.value().isBlank()) {
                named.add(each);
            }
        }
        if (isAll) {
            named.add(new Named("all", ""));
        }
        return named;
    }

    /// @throws ParameterException where not exactly one is given
    void check(CommandLine command) {
        if (named().size() != 1) {
            throw new ParameterException(
                    command, "say whom: one of --session ID, --agent NAME, --repository NAME, --person NAME, --all");
        }
    }

    void write(JsonWriter json) {
        Named one = named().getFirst();
        json.text("scope", one.scope()).text("value", one.value());
    }

    /// As it is typed.
    String typed() {
        Named one = named().getFirst();
        return "--" + one.scope() + (one.value().isEmpty() ? "" : " " + one.value());
    }

    String shown() {
        Named one = named().getFirst();
        return one.value().isEmpty() ? "every session" : one.scope() + " " + one.value();
    }
}
