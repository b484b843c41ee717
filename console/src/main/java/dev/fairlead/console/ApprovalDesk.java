package dev.fairlead.console;

import static dev.fairlead.console.Say.say;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.server.Door;
import dev.fairlead.store.Approval;
import dev.fairlead.store.ApprovalStore;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Filter;
import dev.fairlead.store.Grant;
import dev.fairlead.store.Page;
import dev.fairlead.store.SessionSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The inbox: what agents want to do and people must decide.
final class ApprovalDesk implements Console.Part {

    private static final int SO_FAR = 6;
    private static final int REQUESTED = 3;

    private final Door door;
    private final Frames frames;

    ApprovalDesk(Door door, Frames frames) {
        this.door = door;
        this.frames = frames;
    }

    @Override
    public void route(Console.Ways ways) {
        ways.show("/approvals", asked -> new Answered.Page(Markup.of(JteapprovalsGenerated::render, inbox(asked))));
        ways.show(
                "/approvals/list",
                asked -> new Answered.Page(Markup.of(JtewaitinglistGenerated::render, inbox(asked))));
        ways.show("/approval", this::one);
        ways.deed("/approval", this::decide);
        ways.show("/reviewers", this::reviewers);
    }

    private List<Approval> waiting() {
        return door.store().approvals().approvals(Filter.ALL.state("pending").limit(Filter.MOST)).items().stream()
                .sorted(Comparator.comparing(each -> each.request().askedAt()))
                .toList();
    }

    private ApprovalPage.Inbox inbox(Asked asked) {
        Search search = Search.of(door, asked, "text", "outcome", "agent", "repository", "since");
        Page<Approval> all = door.store().approvals().approvals(search.filter());
        List<Approval> settled = all.items().stream()
                .filter(each -> each.state() != Approval.State.PENDING)
                .toList();
        return new ApprovalPage.Inbox(
                frames.of("approvals", asked),
                waiting(),
                new Page<>(settled, all.next()),
                search,
                door.clock().instant());
    }

    private Answered one(Asked asked) {
        String id = asked.part("id").orElse("");
        Optional<Approval> found = door.store().approvals().approval(id);
        if (found.isEmpty()) {
            return new Answered.Missing(say("approval.missing", id));
        }
        Approval approval = found.get();
        Optional<SessionSummary> session =
                door.store().sessions().session(approval.request().session(), Channel.LIVE);
        List<Step> steps = session.map(this::last).orElse(List.of());
        ApprovalPage page = new ApprovalPage(
                frames.of(say("approval.title", id), "approvals", asked),
                approval,
                session,
                session.map(this::requested).orElse(List.of()),
                steps.subList(Math.max(0, steps.size() - SO_FAR), steps.size()),
                objection(approval, asked),
                waiting().stream().filter(each -> !each.id().equals(id)).findFirst(),
                door.clock().instant());
        return new Answered.Page(Markup.of(JteapprovalGenerated::render, page));
    }

    private List<Step> last(SessionSummary session) {
        return Timeline.steps(door, session, List.of(), Math.max(0, session.events() - Timeline.CHUNK));
    }

    /// The person's last words, which may be far back.
    private List<String> requested(SessionSummary session) {
        List<String> words = new ArrayList<>();
        door.store().overview().marks(session.session(), session.channel()).stream()
                .filter(mark -> mark.kind().equals("task-given"))
                .sorted((a, b) -> Long.compare(b.sequence(), a.sequence()))
                .limit(REQUESTED)
                .forEach(mark -> {
                    for (Event event :
                            door.store().sessions().events(session.session(), session.channel(), mark.sequence(), 1)) {
                        if (event.what() instanceof Happening.TaskGiven task) {
                            words.addFirst(task.text());
                        }
                    }
                });
        return words;
    }

    private static String objection(Approval approval, Asked asked) {
        String group = approval.request().panel().group();
        boolean isAsked = group.isEmpty() || asked.visitor().caller().groups().contains(group);
        return isAsked ? "" : say("approval.not-you", group);
    }

    private Answered decide(Asked asked) {
        String id = asked.required("id");
        String decision = asked.required("decision");
        boolean isGranted = !decision.equals("deny");
        Grant.Scope scope = isGranted ? Search.constant(Grant.Scope.class, decision) : Grant.Scope.ONCE;
        String path = scope == Grant.Scope.PATH ? asked.required("path") : "";
        String why = isGranted ? asked.form().text("why").strip() : asked.required("why");
        Optional<Duration> time = scope == Grant.Scope.ONCE ? Optional.empty() : Optional.of(Duration.ofHours(1));
        ApprovalStore.Answered answered = door.vote(asked.visitor().caller(), id, isGranted, why, scope, path, time);
        return switch (answered) {
            case ApprovalStore.Answered.Counted counted ->
                new Answered.Elsewhere("/approvals?done="
                        + (counted.approval().state() == Approval.State.PENDING
                                ? "counted"
                                : isGranted ? "approved" : "denied"));
            case ApprovalStore.Answered.Rejected rejected -> throw new IllegalArgumentException(rejected.reason());
        };
    }

    private Answered reviewers(Asked asked) {
        Search search = Search.of(door, asked, "since");
        ApprovalPage.Reviewers page = new ApprovalPage.Reviewers(
                frames.of(say("reviewers.title"), "approvals", asked),
                search,
                door.store().approvals().reviewers(search.filter()));
        return new Answered.Page(Markup.of(JtereviewersGenerated::render, page));
    }
}
