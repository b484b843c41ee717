package dev.fairlead.core.decide;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.effect.Catalogue;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.session.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What is done about which rule and which class of findings, where, and who says so.
///
/// A layer below another can make it stricter. It can make it less strict only about what every layer above that
/// speaks of it lets it loosen, by name; what it says beyond that has no effect.
///
/// @param layers the one that binds the others first
/// @param digest tells this policy from every other
public record Policy(List<Layer> layers, Guidance guidance, String digest) {

    /// Everything is looked for and recorded, nothing is done: what reading stored sessions needs.
    public static final Policy OBSERVE = of(Preset.OBSERVE);

    private static final Verdict UNSAID = new Verdict(Mode.SHADOW, "nobody says anything about it");
    private static final List<String> OWN_PATHS = List.of("~/.fairlead");
    private static final Set<String> OWN_PROGRAMS = Set.of("fairlead");
    private static final Touched NOTHING = new Touched(List.of(), Place.at("/"));

    public Policy {
        layers = List.copyOf(layers);
    }

    /// The policy that a preset is.
    public static Policy of(Preset preset) {
        return new Policy(List.of(Layer.of(Level.ORGANISATION, preset)), Guidance.USUAL, preset.digest());
    }

    /// What one session may use up, as each layer states it.
    public List<Budget> budgets() {
        return layers.stream().flatMap(layer -> layer.budget().stream()).toList();
    }

    /// How much of that a session has used.
    public List<Budget.Use> uses(Session session) {
        return budgets().stream()
                .flatMap(budget -> budget.uses(session).stream())
                .toList();
    }

    /// What a session has cost, by the first price that is stated for its model.
    public OptionalDouble cost(Session session) {
        return budgets().stream()
                .map(budget -> budget.cost(session))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /// The mode of a class of findings.
    public Verdict mode(Misbehaviour misbehaviour, Context context) {
        Subject subject = new Subject.OfClass(misbehaviour);
        return fold(subject, (layer, above) -> layer.says(subject, context, NOTHING, above));
    }

    /// The mode of a rule, whatever the call.
    public Verdict mode(String rule, Context context) {
        Subject subject = new Subject.OfRule(rule);
        return fold(subject, (layer, above) -> layer.says(subject, context, NOTHING, above));
    }

    /// What comes of an objection to a call.
    Verdict weigh(Raised raised, Attempt attempt) {
        if (raised.fixed().isPresent()) {
            return new Verdict(raised.fixed().get(), "the session's budget");
        }
        for (Layer layer : layers) {
            Optional<Entry> hard = entry(layer, Entry.Force.HARD, raised, attempt);
            if (hard.isPresent()) {
                return new Verdict(Mode.REFUSE, source(layer, hard.get()));
            }
        }
        Subject subject = new Subject.OfRule(raised.rule());
        Touched touched = raised.touched(attempt);
        Verdict verdict = fold(
                subject,
                (layer, above) -> exception(layer, raised, attempt)
                        .or(() -> layer.says(subject, attempt.context(), touched, above)));
        return raised.isFailure() && verdict.mode() == Mode.REFUSE ? new Verdict(Mode.ASK, verdict.source()) : verdict;
    }

    /// What one layer says, given the mode of those above.
    @FunctionalInterface
    private interface Saying {
        Optional<Verdict> of(Layer layer, Mode above);
    }

    /// What a layer said, whether or not it had an effect.
    private record Spoken(Layer layer, Mode mode) {

        boolean bears(Mode below, Subject subject, Level level) {
            return below.compareTo(mode) >= 0 || layer.letsLoosen(subject.name(), level);
        }
    }

    private Verdict fold(Subject subject, Saying saying) {
        Verdict verdict = UNSAID;
        List<Spoken> spoken = new ArrayList<>(layers.size());
        for (Layer layer : layers) {
            Optional<Verdict> said = saying.of(layer, verdict.mode());
            if (said.isPresent()) {
                Mode mode = said.get().mode();
                boolean isStricter = mode.compareTo(verdict.mode()) > 0;
                boolean isBorne = spoken.stream().allMatch(each -> each.bears(mode, subject, layer.level()));
                verdict = isStricter || isBorne ? said.get() : verdict;
                spoken.add(new Spoken(layer, mode));
            }
        }
        return verdict;
    }

    private static Optional<Verdict> exception(Layer layer, Raised raised, Attempt attempt) {
        Optional<Entry> soft = entry(layer, Entry.Force.SOFT, raised, attempt);
        if (soft.isPresent()) {
            boolean isNamed = Consent.names(raised, attempt);
            return Optional.of(new Verdict(
                    isNamed ? Mode.SHADOW : Mode.REFUSE,
                    source(layer, soft.get()) + (isNamed ? ": the person named it" : "")));
        }
        return entry(layer, Entry.Force.ALLOW, raised, attempt)
                .map(allow -> new Verdict(Mode.SHADOW, source(layer, allow)));
    }

    private static Optional<Entry> entry(Layer layer, Entry.Force force, Raised raised, Attempt attempt) {
        for (Entry entry : layer.entries()) {
            if (entry.force() == force && entry.isAbout(raised, attempt)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static String source(Layer layer, Entry entry) {
        return "%s, %s".formatted(layer.name(), entry.where());
    }

    /// Weighs what was just found against what was already said.
    ///
    /// @param findings of one event
    /// @param sequence that event's number
    public Weighed weigh(Restraint restraint, List<Finding> findings, Context context, long sequence) {
        List<Finding> looked = new ArrayList<>();
        List<Finding> said = new ArrayList<>();
        Mode strongest = Mode.SHADOW;
        Restraint next = restraint;
        for (Finding finding : findings) {
            Mode mode = mode(finding.misbehaviour(), context).mode();
            if (mode == Mode.OFF) {
                continue;
            }
            looked.add(finding);
            boolean mayNudge = next.allows(finding.misbehaviour(), sequence, guidance);
            if (mode == Mode.SHADOW || mode == Mode.NUDGE && !mayNudge) {
                continue;
            }
            said.add(finding);
            strongest = strongest.stricter(mode);
            next = mode == Mode.NUDGE ? next.after(finding.misbehaviour(), sequence) : next;
        }
        return new Weighed(next, looked, decision(strongest, said, looked));
    }

    private static Decision decision(Mode strongest, List<Finding> said, List<Finding> looked) {
        return switch (strongest) {
            case OFF, SHADOW -> new Decision.Proceed(looked);
            case NUDGE -> new Decision.Nudge(said);
            case ASK -> new Decision.Ask(said);
            case REFUSE -> new Decision.Refuse(said);
        };
    }

    /// The outcome of weighing.
    ///
    /// @param restraint what was said so far, with this
    /// @param findings those whose class is not switched off
    public record Weighed(Restraint restraint, List<Finding> findings, Decision decision) {
        public Weighed {
            findings = List.copyOf(findings);
        }
    }

    /// Whom to ask about a call to which these rules, or classes of findings, object.
    public Question question(List<String> names) {
        Optional<Question> asked = Optional.empty();
        for (Layer layer : layers) {
            Optional<Question> own = layer.dealings().questions().stream()
                    .filter(each -> each.isAbout(names))
                    .findFirst();
            asked = asked.isPresent() && own.isPresent() ? own.map(asked.get()::and) : asked.or(() -> own);
        }
        return asked.orElse(Question.USUAL);
    }

    /// The words that are replaced before a command runs, those of the layer that binds the others first.
    public List<Rewrite> rewrites() {
        return layers.stream()
                .flatMap(layer -> layer.dealings().rewrites().stream())
                .toList();
    }

    /// The share of questions after which one is asked that must be denied: the largest that a layer wants.
    public double canaries() {
        return layers.stream()
                .mapToDouble(layer -> layer.dealings().canaries())
                .max()
                .orElse(0);
    }

    /// The paths that nothing may change: Fairlead's own, and those that layers name.
    List<String> guarded() {
        List<String> guarded = new ArrayList<>(OWN_PATHS);
        layers.forEach(layer -> guarded.addAll(layer.guarded()));
        return guarded;
    }

    /// Those of the programs that only a person may command whose effects are known.
    Set<String> knownGuards() {
        Set<String> known = new HashSet<>();
        layers.forEach(layer -> layer.guards().stream().filter(Catalogue::knows).forEach(known::add));
        return known;
    }

    /// The programs that only a person may command.
    Set<String> guards() {
        Set<String> guards = new HashSet<>(OWN_PROGRAMS);
        layers.forEach(layer -> guards.addAll(layer.guards()));
        return guards;
    }
}
