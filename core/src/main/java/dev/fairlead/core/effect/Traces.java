package dev.fairlead.core.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a session has left in files: where it came from, and what running it would do.
///
/// Only what counts is kept: files that came from another machine or a decoder and were not looked at since, copies of
/// secrets, and programs whose run would have an effect that counts. Of these the last [#MOST] are kept, and of the
/// last
/// [#MOST_TEXTS] the text, each of at most [#LONGEST] characters; what was written longest ago is forgotten first.
///
/// @param files the one written longest ago first
public record Traces(List<Trace> files) {

    /// The most files that are kept.
    public static final int MOST = 24;
    /// The most files of which the text is kept.
    public static final int MOST_TEXTS = 6;
    /// The longest text that is kept, and the longest path, in characters.
    public static final int LONGEST = 4_096;

    /// Nothing was written.
    public static final Traces NONE = new Traces(List.of());

    public Traces {
        files = List.copyOf(files);
    }

    /// What is known of a file.
    Optional<Trace> of(String path) {
        for (Trace trace : files) {
            if (trace.path().equals(path)) {
                return Optional.of(trace);
            }
        }
        return Optional.empty();
    }

    /// With what was written last; a file of which nothing is to be said is forgotten.
    Traces with(Trace trace) {
        boolean isKept = !trace.isEmpty() && trace.path().length() <= LONGEST;
        if (!isKept && of(trace.path()).isEmpty()) {
            return this;
        }
        List<Trace> next = new ArrayList<>(files);
        next.removeIf(each -> each.path().equals(trace.path()));
        if (isKept) {
            next.add(trace);
        }
        while (next.size() > MOST) {
            next.removeFirst();
        }
        return new Traces(withinTexts(next));
    }

    private static List<Trace> withinTexts(List<Trace> files) {
        List<Trace> kept = new ArrayList<>();
        int texts = 0;
        for (Trace each : files.reversed()) {
            boolean isTold = each.text().orElse("").isEmpty() || ++texts <= MOST_TEXTS;
            Trace trace = isTold ? each : new Trace(each.path(), Optional.empty(), each.taints());
            if (!trace.isEmpty()) {
                kept.addFirst(trace);
            }
        }
        return kept;
    }

    /// What is kept of a file that was written: its text only where a run of it would have an effect that counts.
    Trace trace(String path, Flow flow, Place place) {
        Optional<String> text = flow.text()
                .filter(code -> code.length() <= LONGEST)
                .filter(code -> flow.taints().isEmpty() || !flow.isForeign())
                .filter(code -> Programs.counts(path, code, place, this));
        return new Trace(path, text, flow.taints().isEmpty() ? Set.of() : flow.taints());
    }
}
