package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Card;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Observation;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.detectors.Claim.Topic;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.shell.CheckKind;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Flags an agent that says it is done and has not run a check that the person's plan orders.
final class CheckLeftOut implements Detector<CheckLeftOut.Orders> {

    private static final Card CARD = new Card(
            "check-left-out",
            Misbehaviour.INSTRUCTION_IGNORED,
            "done, and a check that the plan orders was never run",
            "The person's message lists commands to verify the work with, under a heading that says so; the agent says that all"
                    + " is done, and has not run one of them since, nor speaks of it.",
            List.of(
                    "a check that was run, whatever came of it",
                    "what the message calls manual",
                    "a check that the agent's words name, such as one that it says it could not run",
                    "a session in which a sub-agent or the person worked as well"),
            List.of("an order in prose, without the command", "a command that is no known test, build or linter"),
            Card.Standing.SUSPICION);

    /// @param source the message
    /// @param left what was not run yet
    /// @param ran what kinds of checks were run since
    record Orders(Optional<Evidence> source, List<OrderedCheck> left, Set<CheckKind> ran) {
        static final Orders NONE = new Orders(Optional.empty(), List.of(), Set.of());

        Orders {
            left = List.copyOf(left);
            ran = Set.copyOf(ran);
        }
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Orders fresh() {
        return Orders.NONE;
    }

    @Override
    public Set<Class<? extends Happening>> heeds() {
        return Set.of(
                Happening.AgentSpoke.class,
                Happening.ContextInjected.class,
                Happening.SubagentStarted.class,
                Happening.TaskGiven.class,
                Happening.ToolReturned.class);
    }

    @Override
    public Observation<Orders> observe(Orders before, Session session, Event event) {
        if (event.what() instanceof Happening.TaskGiven task) {
            List<OrderedCheck> ordered = OrderedCheck.in(task.text());
            return Observation.quiet(
                    ordered.isEmpty() ? Orders.NONE : new Orders(Optional.of(Evidence.of(event)), ordered, Set.of()));
        }
        if (before.left().isEmpty()) {
            return Observation.quiet(before);
        }
        return switch (event.what()) {
            case Happening.ToolReturned _ ->
                Observation.quiet(session.exchange()
                        .map(exchange -> ran(before, exchange))
                        .orElse(before));
            case Happening.SubagentStarted _ -> Observation.quiet(Orders.NONE);
            case Happening.ContextInjected injected ->
                Observation.quiet(
                        injected.source() == Happening.ContextInjected.Source.PERSON_COMMAND ? Orders.NONE : before);
            case Happening.AgentSpoke spoke -> spoke(before, spoke.text(), event);
            default -> Observation.quiet(before);
        };
    }

    private static Orders ran(Orders before, Exchange exchange) {
        List<OrderedCheck> left = new ArrayList<>(before.left());
        Set<CheckKind> ran = EnumSet.noneOf(CheckKind.class);
        ran.addAll(before.ran());
        for (SimpleCommand command : exchange.commandLine().commands()) {
            OrderedCheck.of(command).ifPresent(check -> {
                left.remove(check);
                ran.add(check.kind());
            });
        }
        return new Orders(before.source(), left, ran);
    }

    private static Observation<Orders> spoke(Orders before, String text, Event event) {
        if (!saysDone(text)) {
            return Observation.quiet(before);
        }
        String low = text.toLowerCase(Locale.ROOT);
        return before.left().stream()
                .filter(check -> !low.contains(check.word().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(check -> Observation.flag(Orders.NONE, finding(before, check, text, event)))
                .orElse(Observation.quiet(before));
    }

    private static boolean saysDone(String text) {
        return Claim.in(text).stream().anyMatch(claim -> claim.topics().contains(Topic.DONE));
    }

    private static Finding finding(Orders orders, OrderedCheck check, String text, Event event) {
        List<Evidence> evidence = new ArrayList<>();
        orders.source().ifPresent(evidence::add);
        evidence.add(Evidence.of(event));
        return new Finding(
                CARD.id(),
                CARD.misbehaviour(),
                orders.ran().contains(check.kind()) ? Severity.LOW : Severity.MEDIUM,
                0.5,
                "said “%s” and never ran `%s`, which the person's message orders"
                        .formatted(
                                Words.quoted(Claim.in(text).getFirst().sentence(), 100),
                                Words.quoted(check.name(), 60)),
                "run it now and say what it printed, or say that it was not run and why",
                evidence);
    }
}
