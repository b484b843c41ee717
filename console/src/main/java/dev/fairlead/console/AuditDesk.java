package dev.fairlead.console;

import dev.fairlead.console.AuditPage.Row;
import dev.fairlead.core.event.Happening;
import dev.fairlead.server.Door;
import dev.fairlead.store.Approval;
import dev.fairlead.store.AuditStore.Deed;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Filter;
import dev.fairlead.store.GateDecision;
import dev.fairlead.store.Intervention;
import dev.fairlead.store.Page;
import dev.fairlead.store.Switch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/// Who did what, when, why and on what evidence: deeds of people, the gate's answers, what agents were told, approvals
/// and switches.
final class AuditDesk implements Console.Part {

    private static final int LONGEST = 160;
    private static final int SHORT = 1_000;

    private final Door door;
    private final Frames frames;

    AuditDesk(Door door, Frames frames) {
        this.door = door;
        this.frames = frames;
    }

    @Override
    public void route(Console.Ways ways) {
        ways.show("/audit", this::audit);
        ways.show("/audit/export", this::export);
    }

    private static String kind(Asked asked) {
        String kind = asked.part("kind").orElse("deeds");
        if (!AuditPage.KINDS.contains(kind)) {
            throw new IllegalArgumentException(Say.say("error.no-choice", kind));
        }
        return kind;
    }

    private Search search(Asked asked) {
        Search search = switch (kind(asked)) {
            case "decisions" -> Search.of(door, asked, "text", "answer", "agent", "repository", "since", "until");
            case "deliveries" -> Search.of(door, asked, "text", "class", "agent", "since", "until");
            default -> Search.of(door, asked, "text", "since", "until");
        };
        return new Search(
                search.address(),
                Addresses.with(search.query(), "kind", kind(asked)),
                search.fields(),
                kind(asked).equals("deliveries") ? search.filter().state("delivered") : search.filter());
    }

    private Answered audit(Asked asked) {
        Search search = search(asked);
        Page<Row> rows = rows(kind(asked), search.filter());
        AuditPage page = new AuditPage(frames.of("audit", asked), search, kind(asked), rows.items(), rows.next());
        return new Answered.Page(Markup.of(JteauditGenerated::render, page));
    }

    private Page<Row> rows(String kind, Filter filter) {
        return switch (kind) {
            case "decisions" -> each(door.store().sessions().decisions(filter), this::decided);
            case "deliveries" -> each(door.store().sessions().interventions(filter), AuditDesk::of);
            case "approvals" -> each(door.store().approvals().approvals(filter), AuditDesk::of);
            case "switches" -> each(door.store().switches().switches(filter), AuditDesk::of);
            default -> each(door.store().audit().deeds(filter), AuditDesk::of);
        };
    }

    private static <T> Page<Row> each(Page<T> page, Function<T, Row> row) {
        return new Page<>(page.items().stream().map(row).toList(), page.next());
    }

    private static Row of(Deed deed) {
        boolean isApproval = deed.what().startsWith("approval-");
        return new Row(
                deed.at(),
                deed.who(),
                Say.named("deed.", deed.what()),
                "",
                deed.subject(),
                deed.why(),
                deed.detail(),
                isApproval ? "/approval?id=" + Addresses.encoded(deed.subject()) : "");
    }

    /// The answer, with the call that it is about; of a long session that is looked for only when its page is opened.
    private Row decided(GateDecision each) {
        Row row = of(each);
        boolean isShort = door.store()
                .sessions()
                .session(each.session(), Channel.LIVE)
                .filter(session -> session.events() <= SHORT)
                .isPresent();
        OptionalLong step = isShort
                ? door.store().overview().call(each.session(), Channel.LIVE, each.call())
                : OptionalLong.empty();
        if (step.isEmpty()) {
            return row;
        }
        String call = door.store().sessions().events(each.session(), Channel.LIVE, step.getAsLong(), 1).stream()
                .map(event -> event.what() instanceof Happening.ToolCalled called ? Tellings.argument(called) : "")
                .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…")
                .findFirst()
                .orElse("");
        return new Row(
                row.at(),
                row.who(),
                row.what(),
                row.tag(),
                call.isEmpty() ? row.subject() : row.subject() + "  " + call,
                row.why(),
                row.detail(),
                Addresses.step(each.session(), Channel.LIVE, step.getAsLong()));
    }

    private static Row of(GateDecision each) {
        String answer = FindingCard.code(each.answer());
        return new Row(
                each.at(),
                Say.say("audit.gate"),
                Say.say("answer." + answer),
                answer,
                each.tool(),
                each.reason(),
                Say.say("audit.by", String.join(", ", each.rules()), each.policy()),
                Addresses.session(each.session(), Channel.LIVE) + "&call="
                        + Addresses.encoded(each.call().value()));
    }

    private static Row of(Intervention each) {
        return new Row(
                each.decidedAt(),
                each.detector(),
                Say.named("outcome.", FindingCard.code(each.outcome())),
                FindingCard.code(each.outcome()),
                each.misbehaviour().code(),
                each.text(),
                each.id(),
                Addresses.step(each.session(), Channel.LIVE, each.about()));
    }

    private static Row of(Approval each) {
        String who = each.votes().isEmpty() ? "–" : each.votes().getLast().by();
        return new Row(
                each.request().askedAt(),
                who,
                Say.say("approval.state." + FindingCard.code(each.state())),
                each.state() == Approval.State.DENIED ? "deny" : "",
                each.request().command(),
                each.request().reason(),
                each.votes().isEmpty() ? "" : each.votes().getLast().why(),
                "/approval?id=" + each.id());
    }

    private static Row of(Switch each) {
        return new Row(
                each.thrownAt(),
                each.by(),
                Say.say(each.kind() == Switch.Kind.STOP ? "state.stopped" : "state.paused"),
                "",
                NowPage.held(each),
                each.why(),
                each.lifting()
                        .map(lifting -> Say.say("audit.lifted", lifting.by(), When.exact(lifting.at())))
                        .orElse(""),
                "");
    }

    private Answered export(Asked asked) {
        Search search = search(asked);
        String kind = kind(asked);
        Function<Filter, Page<Row>> rows = kind.equals("decisions")
                ? filter -> each(door.store().sessions().decisions(filter), AuditDesk::of)
                : filter -> rows(kind, filter);
        return Exports.of(asked, "audit-" + kind, search, rows, AuditDesk::columns);
    }

    private static Map<String, String> columns(Row row) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("at", When.exact(row.at()));
        columns.put("who", row.who());
        columns.put("what", row.what());
        columns.put("subject", row.subject());
        columns.put("why", row.why());
        columns.put("detail", row.detail());
        return columns;
    }
}
