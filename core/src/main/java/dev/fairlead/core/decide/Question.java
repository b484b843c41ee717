package dev.fairlead.core.decide;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom a policy asks when a person must decide, and how many of them must agree.
///
/// @param about the rules and classes that it is about; empty for all
/// @param people how many different people must approve; one who denies is enough
/// @param group whose members may approve; empty for anybody
/// @param escalation who is asked instead when nobody decided for a while
public record Question(Set<String> about, int people, String group, Optional<Escalation> escalation) {

    /// One person, whoever it is.
    public static final Question USUAL = new Question(Set.of(), 1, "", Optional.empty());

    /// The most people that a policy may ask for.
    public static final int MOST = 10;

    public Question {
        about = Set.copyOf(about);
        if (people < 1 || people > MOST) {
            throw new IllegalArgumentException("%d people are not from 1 to %d".formatted(people, MOST));
        }
    }

    /// Who is asked next.
    ///
    /// @param after how long after the question
    public record Escalation(String group, Duration after) {}

    /// Whether it is about one of these rules or classes.
    boolean isAbout(List<String> names) {
        return about.isEmpty() || names.stream().anyMatch(about::contains);
    }

    /// This and what a layer below says: as many people as the one that wants more, and the group and the escalation of
    /// the one that binds the other.
    Question and(Question below) {
        Set<String> all = new HashSet<>(about);
        all.addAll(below.about);
        return new Question(
                all,
                Math.max(people, below.people),
                group.isEmpty() ? below.group : group,
                escalation.or(below::escalation));
    }
}
