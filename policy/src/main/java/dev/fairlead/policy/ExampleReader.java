package dev.fairlead.policy;

import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Budget;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one example of a policy file.
final class ExampleReader {

    private static final List<String> DECISIONS = List.of("allow", "nudge", "ask", "deny");
    private static final String WORKSPACE = "/work";
    private static final String HOME = "/home/user";

    private ExampleReader() {}

    static Example read(Section section, Set<String> rules) throws BrokenPolicy {
        Optional<String> name = section.text("name");
        Call call = call(section);
        String workspace = section.text("workspace").orElse(WORKSPACE);
        Place place = new Place(
                section.text("cwd").orElse(workspace),
                Optional.of(workspace),
                section.text("home").orElse(HOME));
        Instant at = at(section);
        Context context = new Context(
                section.text("agent"),
                section.text("repository"),
                section.text("branch"),
                section.text("person"),
                at,
                false);
        ExampleSession session = ExampleSession.read(section, at);
        Optional<Scalar> expected = section.scalar("expect");
        if (expected.isEmpty()) {
            throw section.broken("an example has no `expect`");
        }
        String decision = expected.get().one(word -> Optional.of(word).filter(DECISIONS::contains), DECISIONS);
        Optional<Set<String>> heard = heard(section, rules);
        section.end();
        Event event = new Event(
                session.facts().id(), session.next(), at, Origin.index(session.next()), new Happening.Noted("example"));
        Attempt attempt = Attempt.of(event, call.called(), session.facts(), place, context);
        return new Example(name.orElse(call.title()), section.where(), attempt, decision, heard);
    }

    private record Call(String title, ToolCalled called) {}

    private static Call call(Section section) throws BrokenPolicy {
        Optional<String> command = section.text("command");
        Optional<Section> write = section.section("write");
        Optional<String> tool = section.text("tool");
        if ((command.isPresent() ? 1 : 0) + (write.isPresent() ? 1 : 0) + (tool.isPresent() ? 1 : 0) != 1) {
            throw section.broken("an example has one of `command`, `write` and `tool`");
        }
        if (command.isPresent()) {
            return call(command.get(), Attempt.SHELL, new Action.Command(command.get(), Optional.empty()));
        }
        if (write.isPresent()) {
            Optional<String> path = write.get().text("path");
            String content = write.get().text("content").orElse("");
            write.get().end();
            if (path.isEmpty()) {
                throw write.get().broken("`write` has no `path`");
            }
            return call("write " + path.get(), "write", new Action.Write(path.get(), content));
        }
        return call("call " + tool.orElseThrow(), tool.orElseThrow(), new Action.Other());
    }

    private static Call call(String title, String tool, Action action) {
        return new Call(title, new ToolCalled(new CallId("example"), tool, Value.Fields.NONE, action));
    }

    private static Instant at(Section section) throws BrokenPolicy {
        Optional<Scalar> at = section.scalar("at");
        if (at.isEmpty()) {
            return Event.NO_TIME;
        }
        try {
            return Instant.parse(at.get().text());
        } catch (DateTimeException fault) {
            throw at.get()
                    .broken("`at` takes a time such as 2026-11-20T17:30:00Z, not `%s`"
                            .formatted(at.get().text()));
        }
    }

    private static Optional<Set<String>> heard(Section section, Set<String> rules) throws BrokenPolicy {
        if (!section.keys().contains("rules")) {
            return Optional.empty();
        }
        Set<String> heard = new HashSet<>();
        for (Scalar each : section.scalars("rules")) {
            if (!rules.contains(each.text()) && !Budget.RULES.contains(each.text())) {
                throw each.broken("there is no rule `%s`%s".formatted(each.text(), Similar.hint(each.text(), rules)));
            }
            heard.add(each.text());
        }
        return Optional.of(heard);
    }
}
