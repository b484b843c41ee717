package dev.fairlead.store;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Clock;
import dev.fairlead.wire.events.EventLine;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One entry as one line of text without its end, and back: words that say what it is, then JSON.
final class EntryLine {

    private EntryLine() {}

    static String write(Entry entry) {
        return switch (entry) {
            case Entry.Happened happened ->
                "happened " + happened.channel().code() + (happened.failed() ? " failed " : " ")
                        + EventLine.write(happened.event());
            case Entry.Found found -> "found " + found.channel().code() + " " + Texts.json(json -> write(json, found));
            case Entry.Introduced introduced ->
                "introduced " + introduced.channel().code() + " " + Texts.json(json -> write(json, introduced));
            case Entry.Ruled ruled -> "ruled " + Texts.json(json -> write(json, ruled.decision()));
            case Entry.Intervened intervened ->
                "intervened " + Texts.json(json -> write(json, intervened.intervention()));
            case Entry.Reviewed reviewed ->
                "reviewed " + Texts.json(json -> CodeChangeText.write(json, reviewed.change()));
        };
    }

    private static void write(JsonWriter json, Entry.Found found) {
        Finding finding = found.finding();
        json.object()
                .text("session", found.session().value())
                .number("sequence", found.sequence())
                .number("ordinal", found.ordinal())
                .text("at", found.at().toString())
                .text("detector", finding.detector())
                .text("class", finding.misbehaviour().code())
                .text("severity", Codes.of(finding.severity()))
                .number("confidence", finding.confidence())
                .text("claim", finding.claim())
                .text("remedy", finding.remedy())
                .array("evidence");
        finding.evidence().forEach(each -> FindingText.write(json, each));
        json.endArray().endObject();
    }

    private static void write(JsonWriter json, Entry.Introduced introduced) {
        json.object().text("session", introduced.session().value());
        introduced.agent().ifPresent(each -> json.text("agent", each));
        introduced.repository().ifPresent(each -> json.text("repository", each));
        introduced.person().ifPresent(each -> json.text("person", each));
        json.endObject();
    }

    private static void write(JsonWriter json, GateDecision decision) {
        json.object()
                .text("session", decision.session().value())
                .text("call", decision.call().value())
                .text("tool", decision.tool())
                .text("answer", Codes.of(decision.answer()))
                .array("rules");
        decision.rules().forEach(json::item);
        json.endArray()
                .text("reason", decision.reason())
                .text("policy", decision.policy())
                .text("at", decision.at().toString())
                .endObject();
    }

    private static void write(JsonWriter json, Intervention each) {
        json.object()
                .text("id", each.id())
                .text("session", each.session().value())
                .text("agent", each.agent())
                .text("detector", each.detector())
                .text("class", each.misbehaviour().code())
                .text("rung", each.rung())
                .text("text", each.text())
                .number("about", each.about())
                .text("state", Codes.of(each.state()))
                .text("outcome", Codes.of(each.outcome()))
                .text("arm", each.arm())
                .text("decidedAt", each.decidedAt().toString());
        each.delivery()
                .ifPresent(delivery -> json.number("deliveredSequence", delivery.sequence())
                        .text("deliveredAt", delivery.at().toString()));
        json.number("tokensBefore", each.before().tokens())
                .number("failuresBefore", each.before().failures())
                .number("tokensAfter", each.after().tokens())
                .number("failuresAfter", each.after().failures())
                .endObject();
    }

    /// The entry that is written so; empty where it is none, or of a kind that is not known.
    static Optional<Entry> read(String line) {
        int brace = line.indexOf('{');
        if (brace < 0) {
            return Optional.empty();
        }
        List<String> words = List.of(line.substring(0, brace).strip().split(" ", 4));
        String json = line.substring(brace);
        try {
            if (words.getFirst().equals("happened")) {
                return EventLine.read(json)
                        .map(event -> new Entry.Happened(channel(words), event, words.contains("failed")));
            }
            return BackupLine.read(json)
                    .flatMap(node -> node instanceof Node.Fields fields ? read(words, fields) : Optional.empty());
        } catch (IllegalArgumentException | StoreFault unknown) {
            return Optional.empty();
        }
    }

    private static Channel channel(List<String> words) {
        return Codes.read(Channel.class, words.get(Math.min(1, words.size() - 1)));
    }

    private static Optional<Entry> read(List<String> words, Node.Fields fields) {
        return switch (words.getFirst()) {
            case "found" -> Optional.of(found(channel(words), fields));
            case "introduced" ->
                Optional.of(new Entry.Introduced(
                        channel(words),
                        session(fields),
                        fields.text("agent"),
                        fields.text("repository"),
                        fields.text("person")));
            case "ruled" -> Optional.of(new Entry.Ruled(decision(fields)));
            case "intervened" -> Optional.of(new Entry.Intervened(intervention(fields)));
            case "reviewed" -> Optional.of(new Entry.Reviewed(change(fields)));
            default -> Optional.empty();
        };
    }

    private static Entry found(Channel channel, Node.Fields fields) {
        Finding finding = new Finding(
                fields.textOr("detector", ""),
                FindingText.misbehaviour(fields.textOr("class", "")),
                Codes.read(Severity.class, fields.textOr("severity", "")),
                fields.get("confidence") instanceof Node.Scalar scalar ? Double.parseDouble(scalar.literal()) : 0,
                fields.textOr("claim", ""),
                fields.textOr("remedy", ""),
                FindingText.evidence(fields.items("evidence").nodes()));
        return new Entry.Found(
                channel,
                session(fields),
                number(fields, "sequence"),
                fields.integer("ordinal").orElse(0),
                time(fields, "at"),
                finding);
    }

    private static GateDecision decision(Node.Fields fields) {
        return new GateDecision(
                session(fields),
                new CallId(fields.textOr("call", "")),
                fields.textOr("tool", ""),
                Codes.read(Answer.class, fields.textOr("answer", "")),
                fields.items("rules").nodes().stream()
                        .map(each -> each instanceof Node.Text text ? text.value() : "")
                        .toList(),
                fields.textOr("reason", ""),
                fields.textOr("policy", ""),
                time(fields, "at"));
    }

    private static Intervention intervention(Node.Fields fields) {
        return new Intervention(
                fields.textOr("id", ""),
                session(fields),
                fields.textOr("agent", ""),
                fields.textOr("detector", ""),
                FindingText.misbehaviour(fields.textOr("class", "")),
                fields.textOr("rung", ""),
                fields.textOr("text", ""),
                number(fields, "about"),
                Codes.read(Intervention.State.class, fields.textOr("state", "")),
                Codes.read(Intervention.Outcome.class, fields.textOr("outcome", "")),
                fields.textOr("arm", ""),
                time(fields, "decidedAt"),
                fields.has("deliveredAt")
                        ? Optional.of(new Intervention.Delivery(
                                number(fields, "deliveredSequence"), time(fields, "deliveredAt")))
                        : Optional.empty(),
                new Intervention.Effort(number(fields, "tokensBefore"), number(fields, "failuresBefore")),
                new Intervention.Effort(number(fields, "tokensAfter"), number(fields, "failuresAfter")));
    }

    private static CodeChange change(Node.Fields fields) {
        return new CodeChange(
                Codes.read(Channel.class, fields.textOr("channel", "")),
                session(fields),
                number(fields, "sequence"),
                fields.integer("ordinal").orElse(0),
                time(fields, "at"),
                fields.textOr("agent", ""),
                fields.textOr("model", ""),
                fields.textOr("version", ""),
                fields.textOr("repository", ""),
                fields.textOr("path", ""),
                fields.textOr("language", ""),
                new CodeChange.Sums(
                        number(fields, "added"),
                        number(fields, "removed"),
                        number(fields, "touched"),
                        number(fields, "cognitive"),
                        number(fields, "cyclomatic"),
                        number(fields, "lines"),
                        number(fields, "hard"),
                        number(fields, "security"),
                        number(fields, "reliability"),
                        number(fields, "hygiene")),
                CodeChangeText.flaws(fields.items("flaws").nodes()),
                CodeChangeText.functions(fields.items("functions").nodes()));
    }

    private static SessionId session(Node.Fields fields) {
        return new SessionId(fields.textOr("session", ""));
    }

    private static long number(Node.Fields fields, String key) {
        return fields.number(key).orElse(0);
    }

    private static Instant time(Node.Fields fields, String key) {
        return Clock.read(fields.textOr(key, ""), Instant.EPOCH);
    }
}
