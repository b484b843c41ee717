package dev.fairlead.server;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.store.Approval;
import dev.fairlead.store.ApprovalStore;
import dev.fairlead.store.AuditStore;
import dev.fairlead.store.GateDecision;
import dev.fairlead.store.Intervention;
import dev.fairlead.store.Page;
import dev.fairlead.store.Recovery;
import dev.fairlead.store.SessionStore;
import dev.fairlead.store.SessionSummary;
import dev.fairlead.store.StoredFinding;
import dev.fairlead.store.Switch;
import dev.fairlead.wire.Dialects;
import dev.fairlead.wire.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What the server keeps, as JSON. Each kind has its own object, with the keys that `openapi.json` describes.
final class ApiJson {

    private ApiJson() {}

    static <T> void page(JsonWriter json, String name, Page<T> page, BiConsumer<JsonWriter, T> item) {
        list(json, name, page.items(), item);
        page.next().ifPresent(next -> json.text("next", next));
    }

    static <T> void list(JsonWriter json, String name, List<T> items, BiConsumer<JsonWriter, T> item) {
        json.array(name);
        for (T each : items) {
            item.accept(json, each);
        }
        json.endArray();
    }

    static void session(JsonWriter json, SessionSummary each) {
        json.object();
        sessionParts(json, each);
        json.endObject();
    }

    static void sessionParts(JsonWriter json, SessionSummary each) {
        json.text("session", each.session().value())
                .text("channel", each.channel().code())
                .text("agent", each.agent())
                .text("version", each.version())
                .text("model", each.model());
        text(json, "repository", each.repository());
        text(json, "directory", each.directory());
        text(json, "branch", each.branch());
        text(json, "person", each.person());
        json.text("task", each.task());
        time(json, "startedAt", each.startedAt());
        time(json, "lastAt", each.lastAt());
        time(json, "endedAt", each.endedAt());
        json.number("events", each.events())
                .number("toolCalls", each.calls())
                .number("toolFailures", each.failures())
                .number("inputTokens", each.inputTokens())
                .number("outputTokens", each.outputTokens())
                .number("unread", each.unread())
                .number("findingCount", each.findings());
        text(json, "worst", each.worst().map(Severity::code));
    }

    static void finding(JsonWriter json, StoredFinding each) {
        json.object()
                .text("session", each.session().value())
                .text("channel", each.channel().code())
                .text("agent", each.agent())
                .number("sequence", each.sequence())
                .text("at", each.at().toString())
                .text("detector", each.finding().detector())
                .text("class", each.finding().misbehaviour().code())
                .text("category", each.finding().misbehaviour().category().code())
                .text("severity", each.finding().severity().code())
                .number("confidence", each.finding().confidence())
                .text("claim", each.finding().claim())
                .text("remedy", each.finding().remedy())
                .array("evidence");
        for (Evidence one : each.finding().evidence()) {
            json.object().number("sequence", one.sequence());
            one.call().ifPresent(call -> json.text("toolCallId", call.value()));
            json.endObject();
        }
        json.endArray().endObject();
    }

    static void intervention(JsonWriter json, Intervention each) {
        json.object()
                .text("id", each.id())
                .text("session", each.session().value())
                .text("agent", each.agent())
                .text("detector", each.detector())
                .text("class", each.misbehaviour().code())
                .text("rung", each.rung())
                .text("text", each.text())
                .number("about", each.about())
                .text("state", code(each.state()))
                .text("outcome", code(each.outcome()))
                .text("arm", each.arm())
                .text("decidedAt", each.decidedAt().toString());
        each.delivery()
                .ifPresent(delivery -> json.text("deliveredAt", delivery.at().toString())
                        .number("deliveredSequence", delivery.sequence()));
        json.number("tokensBefore", each.before().tokens())
                .number("failuresBefore", each.before().failures())
                .number("tokensAfter", each.after().tokens())
                .number("failuresAfter", each.after().failures())
                .endObject();
    }

    static void recoveries(JsonWriter json, List<Recovery> all) {
        json.array("recoveries");
        for (Recovery each : all) {
            Wilson interval = Wilson.of(each.heeded(), each.settled());
            json.object()
                    .text("class", each.misbehaviour().code())
                    .text("agent", each.agent())
                    .flag("shadowed", each.isShadowed())
                    .number("heeded", each.heeded())
                    .number("ignored", each.ignored())
                    .number("gaveUp", each.gaveUp())
                    .number("tooSoon", each.tooSoon())
                    .number("n", each.settled());
            if (each.settled() > 0) {
                json.number("rate", (double) each.heeded() / each.settled())
                        .number("low", interval.low())
                        .number("high", interval.high());
            }
            json.number("tokensAfter", each.tokensAfter())
                    .number("failuresAfter", each.failuresAfter())
                    .endObject();
        }
        json.endArray();
    }

    static void decision(JsonWriter json, GateDecision each) {
        json.object()
                .text("session", each.session().value())
                .text("toolCallId", each.call().value())
                .text("tool", each.tool())
                .text("decision", code(each.answer()));
        texts(json, "rules", each.rules());
        json.text("reason", each.reason())
                .text("policy", each.policy())
                .text("at", each.at().toString())
                .endObject();
    }

    static void deed(JsonWriter json, AuditStore.Deed each) {
        json.object()
                .text("id", each.id())
                .text("at", each.at().toString())
                .text("who", each.who())
                .text("what", each.what())
                .text("subject", each.subject())
                .text("why", each.why())
                .text("detail", each.detail())
                .endObject();
    }

    static void approval(JsonWriter json, Approval each) {
        json.object();
        approvalParts(json, each);
        json.endObject();
    }

    static void approvalParts(JsonWriter json, Approval each) {
        Approval.Request request = each.request();
        json.text("id", each.id())
                .text("state", code(each.state()))
                .text("session", request.session().value())
                .text("toolCallId", request.call().value())
                .text("tool", request.tool())
                .text("command", request.command())
                .text("reason", request.reason());
        texts(json, "rules", request.rules());
        texts(json, "effects", request.effects());
        json.text("askedAt", request.askedAt().toString())
                .text("expiresAt", request.expiresAt().toString())
                .number("needed", request.panel().needed())
                .text("group", request.panel().group());
        request.panel()
                .escalation()
                .ifPresent(next -> json.text("escalatesTo", next.group())
                        .text("escalatesAt", next.at().toString()));
        json.text("plan", request.background().plan())
                .text("change", request.background().change())
                .array("votes");
        for (Approval.Vote vote : each.votes()) {
            json.object()
                    .text("by", vote.by())
                    .flag("granted", vote.granted())
                    .text("at", vote.at().toString())
                    .text("why", vote.why())
                    .endObject();
        }
        json.endArray();
        time(json, "settledAt", each.settledAt());
        if (each.state() != Approval.State.PENDING) {
            json.flag("canary", request.isCanary());
        }
    }

    static void reviewers(JsonWriter json, List<ApprovalStore.Reviewer> all) {
        json.array("reviewers");
        for (ApprovalStore.Reviewer each : all) {
            json.object()
                    .text("name", each.name())
                    .number("approved", each.approved())
                    .number("denied", each.denied())
                    .number("medianSeconds", each.median().toMillis() / 1000.0)
                    .number("canaries", each.canaries())
                    .number("canariesMissed", each.canariesMissed())
                    .endObject();
        }
        json.endArray();
    }

    static void switches(JsonWriter json, List<Switch> all) {
        list(json, "switches", all, (to, each) -> {
            to.object();
            switchParts(to, each);
            to.endObject();
        });
    }

    static void switchParts(JsonWriter json, Switch each) {
        json.text("id", each.id())
                .text("scope", code(each.target().scope()))
                .text("value", each.target().value())
                .text("kind", code(each.kind()))
                .text("by", each.by())
                .text("why", each.why())
                .text("thrownAt", each.thrownAt().toString());
        time(json, "until", each.until());
        each.lifting()
                .ifPresent(lifting -> json.text("liftedBy", lifting.by())
                        .text("liftedAt", lifting.at().toString()));
    }

    static void coverage(JsonWriter json, List<Coverage.Row> rows) {
        list(
                json,
                "coverage",
                rows,
                (to, each) -> to.object()
                        .text("agent", each.agent())
                        .text("version", each.version())
                        .number("sessions", each.sessions())
                        .number("unhooked", each.unhooked())
                        .number("calls", each.calls())
                        .number("ungated", each.ungated())
                        .endObject());
    }

    /// Which agents were heard of, when last, and in how many sessions since the start.
    static void agents(JsonWriter json, SessionStore store, List<LiveSession> live) {
        json.array("agents");
        for (String agent : Dialects.all().stream()
                .filter(dialect -> dialect.hooks().isPresent())
                .map(dialect -> dialect.agent())
                .toList()) {
            List<LiveSession> own =
                    live.stream().filter(each -> each.agent().equals(agent)).toList();
            Optional<Instant> last = own.stream().map(LiveSession::heardAt).max(Instant::compareTo);
            long ungated = own.stream().mapToLong(LiveSession::ungated).sum();
            json.object().text("agent", agent);
            time(json, "lastHookAt", last);
            json.number("sessions", own.size()).number("ungated", ungated).endObject();
        }
        json.endArray();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void text(JsonWriter json, String key, Optional<String> value) {
        value.ifPresent(text -> json.text(key, text));
    }

    private static void time(JsonWriter json, String key, Optional<Instant> value) {
        value.ifPresent(at -> json.text(key, at.toString()));
    }

    private static void texts(JsonWriter json, String key, List<String> values) {
        json.array(key);
        values.forEach(json::item);
        json.endArray();
    }
}
