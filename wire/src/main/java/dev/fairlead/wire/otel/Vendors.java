package dev.fairlead.wire.otel;

import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What senders do their own way.
final class Vendors {

    /// The agents' names in our contracts, where a service is called otherwise.
    private static final Map<String, String> AGENTS = Map.of(
            "codex_exec", "codex",
            "codex_cli_rs", "codex",
            "codex_tui", "codex",
            "github-copilot", "copilot-cli");

    /// How clients begin the requests that they make for themselves, such as for a title.
    private static final List<String> ERRANDS = List.of("You are a title generator");

    private Vendors() {}

    /// The agent that a service is.
    static String agent(String service) {
        return AGENTS.getOrDefault(service, service.isBlank() ? "opentelemetry" : service);
    }

    /// Whether an answer is one that the client asked for on its own account: nobody said or was told it.
    static boolean isErrand(Signal signal) {
        String purpose = signal.attributes().textOr("query_source", "");
        return purpose.contains("title")
                || Attributes.structure(signal.attributes(), Keys.ASKED).map(Part::of).orElse(List.of()).stream()
                        .limit(1)
                        .anyMatch(part -> ERRANDS.stream().anyMatch(part.text()::startsWith));
    }

    /// The parts of an answer, in the conventions' form or in the AI SDK's.
    static List<Part> answer(Signal signal) {
        Node.Fields attributes = signal.attributes();
        Optional<Node> stated = Attributes.structure(attributes, Keys.ANSWERED);
        if (stated.isPresent()) {
            return Part.of(stated.get());
        }
        List<Part> parts = new ArrayList<>();
        attributes
                .text("ai.response.reasoning")
                .ifPresent(text -> parts.add(new Part(Part.Kind.THOUGHT, "", "", "", text, Optional.empty())));
        attributes
                .text("ai.response.text")
                .ifPresent(text -> parts.add(new Part(Part.Kind.TEXT, "", "", "", text, Optional.empty())));
        Attributes.structure(attributes, List.of("ai.response.toolCalls"))
                .ifPresent(calls -> parts.addAll(Part.of(calls)));
        return parts;
    }

    /// What an answer cost. Nearly all senders count what came from caches as input as well; here they are apart.
    static Tokens tokens(Node.Fields attributes) {
        long cached = Attributes.number(attributes, Keys.CACHED).orElse(0);
        long written = Attributes.number(attributes, Keys.CACHE_WRITTEN).orElse(0);
        long output = Attributes.number(attributes, Keys.OUTPUT).orElse(0);
        long fresh = Attributes.number(attributes, Keys.FRESH_INPUT)
                .orElseGet(() -> Math.max(
                        0, Attributes.number(attributes, Keys.ALL_INPUT).orElse(0) - cached - written));
        return new Tokens(fresh, cached, written, output);
    }
}
