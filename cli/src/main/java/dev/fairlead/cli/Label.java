package dev.fairlead.cli;

import dev.fairlead.core.detect.Card;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.event.Origin;
import java.util.Set;
import java.util.stream.Collectors;

/// How the reports for people name a finding.
///
/// @param name its class, and its detector where that is called otherwise
/// @param isSuspicion whether its detector is not measured precise enough to be told by default
/// @param place where in the session's file it is
record Label(String name, boolean isSuspicion, String place) {

    private static final Set<String> SUSPICIOUS = Detectors.all().stream()
            .map(Detector::card)
            .filter(card -> card.standing() == Card.Standing.SUSPICION)
            .map(Card::id)
            .collect(Collectors.toUnmodifiableSet());

    /// The name of a finding.
    ///
    /// @param dash what stands between the first and the last place of a range
    static Label of(Finding finding, String dash) {
        String code = finding.misbehaviour().code();
        String name = finding.detector().equals(code) ? code : code + " · " + finding.detector();
        return new Label(name, isSuspicion(finding), place(finding, dash));
    }

    static boolean isSuspicion(Finding finding) {
        return SUSPICIOUS.contains(finding.detector());
    }

    /// Events are not always in the order of their places: a record may tell of what happened before it.
    private static String place(Finding finding, String dash) {
        boolean isLine = finding.last().origin().unit() == Origin.Unit.LINE;
        long one = finding.evidence().getFirst().origin().place();
        long other = finding.last().origin().place();
        long from = Math.min(one, other);
        long to = Math.max(one, other);
        if (from == to) {
            return (isLine ? "line " : "index ") + to;
        }
        return (isLine ? "lines " : "indexes ") + from + dash + to;
    }
}
