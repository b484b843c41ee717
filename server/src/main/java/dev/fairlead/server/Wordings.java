package dev.fairlead.server;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.secret.Secrets;
import dev.fairlead.server.Notifications.Notice;
import dev.fairlead.store.Approval;
import dev.fairlead.store.Switch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an agent reads when a call may not run: who says so, why, and what it may do instead.
final class Wordings {

    static final String CANARY = "Refused by Fairlead (canary): this command only shows that refusals take hold.";

    /// Stands in the place of a detector where standing orders are said again.
    static final String REMINDER = "standing-orders";

    private Wordings() {}

    /// What was forbidden before a context was replaced, said again.
    static String reminder(List<String> words) {
        return "[fairlead %s] Your context was replaced by a summary. These words of the person still hold: %s"
                .formatted(
                        REMINDER, words.stream().map(each -> "“" + each + "”").collect(Collectors.joining(" ")));
    }

    /// What a switch stops, in words.
    static String scope(Switch.Target target) {
        String scope = target.scope().name().toLowerCase(Locale.ROOT);
        return target.value().isEmpty() ? scope : scope + " " + target.value();
    }

    /// Why a call is refused, or asked about; empty where nothing is said against it.
    static Optional<String> reason(Ruling ruling) {
        return reason(ruling, ruling.answer());
    }

    /// Why a call is given an answer.
    static Optional<String> reason(Ruling ruling, Answer answer) {
        return ruling.decisive()
                .map(each -> "%s by Fairlead (rule %s, %s): the call %s. Instead: %s."
                        .formatted(
                                switch (answer) {
                                    case ALLOW -> "Noted";
                                    case ASK -> "Held";
                                    case DENY -> "Refused";
                                },
                                each.rule(),
                                each.source(),
                                each.reason(),
                                each.instead()));
    }

    /// What a person elsewhere is told of a call that waits.
    static Notice notice(Approval approval) {
        return new Notice(
                "approval",
                approval.id(),
                "An agent waits for a person (%s): %s. %s"
                        .formatted(
                                approval.id(),
                                Secrets.redact(approval.request().command()),
                                approval.request().reason()));
    }

    /// What a person elsewhere is told of a finding.
    static Notice notice(SessionId session, Finding finding) {
        return new Notice(
                "finding",
                session.value(),
                "The agent of session %s %s".formatted(session, Secrets.redact(finding.claim())));
    }

    /// What a person is told of an agent that no hook is heard of any more.
    static Notice notice(Silence.Alarm alarm) {
        return new Notice(
                "silence",
                alarm.session().value(),
                "The hooks of %s fell silent: session %s made %d calls since %s that no hook announced. See `fairlead status`."
                        .formatted(alarm.agent(), alarm.session(), alarm.calls(), alarm.from()));
    }

    /// What a person elsewhere is told of a switch.
    static Notice notice(Switch thrown) {
        return new Notice("switch", scope(thrown.target()), "%s %s".formatted(scope(thrown.target()), stopped(thrown)));
    }

    /// What the agent is told of a command that runs otherwise than it was given.
    static String rewritten(Rewriting rewriting, String line) {
        return "[fairlead %s] The command that you gave %s, so it runs as `%s`. Give it like that from now on."
                .formatted(String.join(" ", rewriting.rules()), String.join(", and ", rewriting.reasons()), line);
    }

    static String denied(Approvals.Verdict.Denied denied) {
        return "Refused by %s%s. Do not try to reach the same in another way; ask the person if the task needs it."
                .formatted(
                        denied.by(),
                        denied.why().isBlank() ? "" : ": " + denied.why().strip());
    }

    static String open(Approval approval) {
        return ("Nobody has answered yet whether this may run (%s). Go on with something else, and try exactly the same"
                        + " call again later: it runs once it is approved.")
                .formatted(approval.id());
    }

    static String stopped(Switch by) {
        return "%s by %s: %s. This is a person's order, not an error: do not work around it. %s"
                .formatted(
                        by.kind() == Switch.Kind.STOP ? "Stopped" : "Paused",
                        by.by(),
                        by.why(),
                        by.kind() == Switch.Kind.STOP
                                ? "End your turn now."
                                : "Say where you are, and end your turn; you can go on when you are told so.");
    }
}
