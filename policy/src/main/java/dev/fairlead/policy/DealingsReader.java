package dev.fairlead.policy;

import dev.fairlead.core.decide.Dealings;
import dev.fairlead.core.decide.Level;
import dev.fairlead.core.decide.Question;
import dev.fairlead.core.decide.Rewrite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads whom a layer asks, and which words it replaces.
final class DealingsReader {

    private final LayerReader names;
    private final Level level;

    /// @param names knows rules and classes by their names
    DealingsReader(LayerReader names, Level level) {
        this.names = names;
        this.level = level;
    }

    Dealings read(Section section) throws BrokenPolicy {
        List<Question> questions = new ArrayList<>();
        for (Section each : section.sections("approvals")) {
            questions.add(question(each));
        }
        List<Rewrite> rewrites = new ArrayList<>();
        for (Section each : section.sections("rewrites")) {
            rewrites.add(rewrite(each));
        }
        Optional<Scalar> canaries = section.scalar("canaries");
        double share = canaries.isEmpty() ? 0 : canaries.get().amount();
        if (share > 1) {
            throw canaries.orElseThrow().broken("`canaries` takes a share from 0 to 1, such as 0.05");
        }
        return new Dealings(questions, rewrites, share);
    }

    private Question question(Section section) throws BrokenPolicy {
        Set<String> about = new HashSet<>();
        for (Scalar each : section.scalars("about")) {
            about.add(names.named(each));
        }
        Optional<Scalar> people = section.scalar("people");
        long count = people.isEmpty() ? 1 : people.get().whole();
        if (count < 1 || count > Question.MOST) {
            throw people.orElseThrow().broken("`people` takes a number from 1 to %d".formatted(Question.MOST));
        }
        String group = section.text("group").orElse("");
        Optional<Section> next = section.section("escalate");
        Optional<Question.Escalation> escalation =
                next.isEmpty() ? Optional.empty() : Optional.of(escalation(next.get()));
        section.end();
        return new Question(about, (int) count, group, escalation);
    }

    private static Question.Escalation escalation(Section section) throws BrokenPolicy {
        Scalar group = needed(section, "group", "escalate");
        Scalar after = needed(section, "after", "escalate");
        section.end();
        return new Question.Escalation(group.text(), duration(after));
    }

    private static Duration duration(Scalar word) throws BrokenPolicy {
        String text = word.text();
        if (!text.matches("[1-9][0-9]{0,4}[mh]")) {
            throw word.broken("`after` takes minutes or hours such as 15m or 2h, not `%s`".formatted(text));
        }
        long amount = Long.parseLong(text, 0, text.length() - 1, 10);
        return text.endsWith("h") ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
    }

    private Rewrite rewrite(Section section) throws BrokenPolicy {
        if (level == Level.REPOSITORY) {
            throw section.broken("the repository, in which agents write, may not say how commands are rewritten");
        }
        Scalar id = needed(section, "id", "rewrites");
        Scalar program = needed(section, "program", "rewrites");
        Set<String> replace = new HashSet<>(section.texts("replace"));
        if (replace.isEmpty()) {
            throw section.broken("an item of `rewrites` has no `replace`");
        }
        String with = section.text("with").orElse("");
        if (!with.matches("[\\w@%+=:,./-]*")) {
            throw section.broken("`with` takes one plain word, not `%s`".formatted(with));
        }
        Scalar reason = needed(section, "reason", "rewrites");
        section.end();
        return new Rewrite(id.text(), List.of(program.text().strip().split(" +", -1)), replace, with, reason.text());
    }

    private static Scalar needed(Section section, String key, String list) throws BrokenPolicy {
        Optional<Scalar> found = section.scalar(key);
        if (found.isEmpty() || found.get().text().isBlank()) {
            throw section.broken("an item of `%s` has no `%s`".formatted(list, key));
        }
        return found.get();
    }
}
