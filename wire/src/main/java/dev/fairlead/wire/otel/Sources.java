package dev.fairlead.wire.otel;

import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.otel.Signal.Kind;
import java.util.List;
import java.util.stream.Stream;

/// Which of a session's signals tell what, where several tell the same.
///
/// @param hasPrompts whether records say what the person said, so that turns need not
/// @param speaker who tells what the agent said
/// @param counter who tells what the answers cost
record Sources(boolean hasPrompts, Speaker speaker, Counter counter) {

    /// Who tells what the agent said; the first that there is.
    enum Speaker {
        /// The messages of answers.
        CHAT,
        /// Records of words.
        RECORD,
        /// Records of costs that add the words.
        USAGE,
        /// The messages of turns.
        AGENT
    }

    /// Who tells what the answers cost; the first that there is.
    enum Counter {
        /// Spans of answers.
        CHAT,
        /// Records of costs.
        RECORD,
        /// Spans of turns, which add them up.
        AGENT
    }

    static Sources of(List<Signal> signals) {
        boolean hasPrompts = with(signals, Role.PROMPT)
                .anyMatch(
                        each -> Attributes.text(each.attributes(), Keys.PROMPT).isPresent());
        Speaker speaker = Speaker.AGENT;
        if (with(signals, Role.CHAT).anyMatch(each -> !Vendors.answer(each).isEmpty())) {
            speaker = Speaker.CHAT;
        } else if (with(signals, Role.ANSWER).anyMatch(Sources::hasWords)) {
            speaker = Speaker.RECORD;
        } else if (with(signals, Role.USAGE).anyMatch(Sources::hasWords)) {
            speaker = Speaker.USAGE;
        }
        Counter counter = Counter.AGENT;
        if (signals.stream()
                .filter(each -> Role.of(each) == Role.CHAT || Role.of(each) == Role.USAGE)
                .anyMatch(each -> each.kind() == Kind.SPAN && counts(each))) {
            counter = Counter.CHAT;
        } else if (with(signals, Role.USAGE).anyMatch(Sources::counts)) {
            counter = Counter.RECORD;
        }
        return new Sources(hasPrompts, speaker, counter);
    }

    private static Stream<Signal> with(List<Signal> signals, Role role) {
        return signals.stream().filter(each -> Role.of(each) == role);
    }

    private static boolean hasWords(Signal signal) {
        return Attributes.text(signal.attributes(), Keys.ANSWER).isPresent();
    }

    private static boolean counts(Signal signal) {
        return !Vendors.tokens(signal.attributes()).equals(Tokens.NONE);
    }
}
