package dev.fairlead.console;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.server.Door;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Label;
import dev.fairlead.store.SessionSummary;
import dev.fairlead.store.StoredFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// The page of one session: its steps, a stretch at a time.
final class SessionDesk implements Console.Part {

    private static final Duration LATELY = Duration.ofMinutes(30);
    private static final int MOST_HITS = 60;
    private static final int MOST_COUNTED = 1_000;
    private static final int EXCERPT = 60;

    private final Door door;
    private final Frames frames;
    private final Findings findings;

    SessionDesk(Door door, Frames frames) {
        this.door = door;
        this.frames = frames;
        this.findings = new Findings(door);
    }

    @Override
    public void route(Console.Ways ways) {
        ways.show("/session", asked -> with(asked, session -> page(asked, session)));
        ways.show("/session/steps", asked -> with(asked, session -> steps(asked, session)));
        ways.show("/session/find", asked -> with(asked, session -> find(asked, session)));
        ways.show("/session/text", asked -> with(asked, session -> whole(asked, session)));
        ways.deed("/session/label", this::label);
    }

    private Answered with(Asked asked, Function<SessionSummary, Answered> then) {
        String id = asked.part("id").orElse("");
        return session(id, asked.part("channel"))
                .map(then)
                .orElseGet(() -> new Answered.Missing(Say.say("session.missing", id)));
    }

    /// A session by its id; where nobody says by which way it was heard of, the live one comes first.
    private Optional<SessionSummary> session(String id, Optional<String> channel) {
        for (Channel each : Channel.values()) {
            boolean isAsked = channel.isEmpty() || channel.get().equals(each.code());
            if (isAsked && !id.isBlank()) {
                Optional<SessionSummary> found = door.store().sessions().session(new SessionId(id), each);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Answered page(Asked asked, SessionSummary session) {
        Optional<String> call =
                asked.part("call").filter(_ -> asked.part("step").isEmpty());
        OptionalLong made = call.isEmpty()
                ? OptionalLong.empty()
                : door.store().overview().call(session.session(), session.channel(), new CallId(call.get()));
        if (made.isPresent()) {
            return new Answered.Elsewhere(Addresses.step(session.session(), session.channel(), made.getAsLong()));
        }
        List<FindingCard> cards = findings.of(session, asked);
        long wanted = Math.clamp(asked.number("step", 0), 0, Math.max(0, session.events() - 1));
        long from = wanted - wanted % Timeline.CHUNK;
        Instant lately = door.clock().instant().minus(LATELY);
        SessionPage page = new SessionPage(
                frames.of(session.task().isEmpty() ? Say.say("session.untitled") : session.task(), "sessions", asked),
                session,
                cards,
                Minimap.of(
                        session.events(), door.store().overview().marks(session.session(), session.channel()), cards),
                door.store().overview().children(session.session(), session.channel()),
                stretch(session, cards, from, false),
                door.holding().stream()
                        .filter(each ->
                                each.target().value().equals(session.session().value()))
                        .findFirst(),
                session.channel() == Channel.LIVE
                        && session.endedAt().isEmpty()
                        && session.lastAt().filter(lately::isBefore).isPresent());
        return new Answered.Page(Markup.of(JtesessionGenerated::render, page));
    }

    private SessionPage.Stretch stretch(SessionSummary session, List<FindingCard> cards, long from, boolean isFolded) {
        return new SessionPage.Stretch(
                session,
                from,
                Timeline.steps(door, session, cards, from),
                isFolded,
                new CodeMarks(door.store().series().of(session.session(), session.channel())));
    }

    private Answered steps(Asked asked, SessionSummary session) {
        SessionPage.Stretch stretch = stretch(
                session,
                findings.of(session, asked),
                Math.max(0, asked.number("from", 0)),
                asked.part("folded").isPresent());
        return new Answered.Page(Markup.of(JtestepsGenerated::render, stretch));
    }

    private Answered find(Asked asked, SessionSummary session) {
        String text = asked.part("q").orElse("");
        List<Long> found = text.length() < 2
                ? List.of()
                : door.store()
                        .overview()
                        .find(
                                session.session(),
                                session.channel(),
                                text,
                                Math.max(0, asked.number("from", 0)),
                                MOST_COUNTED);
        List<SessionPage.Hit> hits = new ArrayList<>();
        for (long sequence : found.subList(0, Math.min(MOST_HITS, found.size()))) {
            event(session, sequence).ifPresent(event -> hits.add(hit(event, text)));
        }
        SessionPage.Found page = new SessionPage.Found(
                session,
                text,
                hits,
                Math.max(0, found.size() - MOST_HITS),
                found.size() == MOST_COUNTED,
                asked.part("from").isPresent());
        return new Answered.Page(Markup.of(JtefoundGenerated::render, page));
    }

    private Optional<Event> event(SessionSummary session, long sequence) {
        return door.store().sessions().events(session.session(), session.channel(), sequence, 1).stream()
                .filter(event -> event.sequence() == sequence)
                .findFirst();
    }

    private static SessionPage.Hit hit(Event event, String text) {
        String said = plain(text(event));
        String all = !holds(said, text) && event.what() instanceof Happening.ToolCalled called
                ? called.tool() + " " + plain(Tellings.values(called.arguments()))
                : said;
        int at = Math.max(0, all.toLowerCase(Locale.ROOT).indexOf(text.toLowerCase(Locale.ROOT)));
        int from = Math.max(0, at - EXCERPT);
        int to = Math.min(all.length(), at + text.length() + EXCERPT);
        String excerpt = (from > 0 ? "…" : "") + all.substring(from, to) + (to < all.length() ? "…" : "");
        return new SessionPage.Hit(event.sequence(), kind(event), excerpt);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static boolean holds(String all, String text) {
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private static String kind(Event event) {
        return switch (event.what()) {
            case Happening.ToolCalled _ -> "call";
            case Happening.ToolReturned _ -> "result";
            default -> Tellings.of(event).map(Tellings::kind).orElse("other");
        };
    }

    /// All that an event says.
    private static String text(Event event) {
        return switch (event.what()) {
            case Happening.ToolCalled called -> called.tool() + " " + Tellings.argument(called);
            case Happening.ToolReturned returned -> returned.text();
            default ->
                Tellings.of(event)
                        .map(each -> each.text().isEmpty() ? each.title() : each.text())
                        .orElse("");
        };
    }

    private Answered whole(Asked asked, SessionSummary session) {
        long sequence = asked.number("step", 0);
        return event(session, sequence)
                .<Answered>map(event -> new Answered.Page(
                        Markup.of(JtewholeGenerated::render, new SessionPage.Whole(session, sequence, text(event)))))
                .orElseGet(() -> new Answered.Missing(Say.say("session.step.missing", sequence)));
    }

    private Answered label(Asked asked) {
        SessionSummary session = session(asked.required("id"), asked.form().first("channel"))
                .orElseThrow(() -> new IllegalArgumentException(
                        Say.say("session.missing", asked.form().text("id"))));
        String anchor = asked.required("finding");
        FindingCard card = findings.of(session, asked).stream()
                .filter(each -> each.anchor().equals(anchor))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Say.say("finding.missing")));
        StoredFinding stored = card.stored();
        String verdict = asked.required("verdict").toUpperCase(Locale.ROOT);
        door.store()
                .labels()
                .label(new Label(
                        stored.session(),
                        stored.channel(),
                        stored.sequence(),
                        stored.ordinal(),
                        stored.finding().detector(),
                        stored.finding().misbehaviour().code(),
                        stored.agent(),
                        Label.Verdict.valueOf(verdict),
                        asked.form().text("why").strip(),
                        asked.visitor().caller().name(),
                        door.clock().instant()));
        return new Answered.Elsewhere(card.address().replace("#", "&done=label#"));
    }
}
