package dev.fairlead.server;

import dev.fairlead.code.change.EditedFile;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.review.Review;
import dev.fairlead.code.review.Reviewer;
import dev.fairlead.code.review.Spoken;
import dev.fairlead.code.syntax.Parser;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Flaw;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.Profile;
import dev.fairlead.core.session.Session;
import dev.fairlead.server.CodeRecords.Maker;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Entry;
import dev.fairlead.wire.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/// Reviews what agents change in the code, beside the way of their hooks: one worker takes one change after the other.
///
/// Of more than [#WAITING] changes that wait, the newest is left out and counted. Whatever happens to the worker or to
/// the parser, which is a process of its own, hooks are answered as if nobody reviewed.
final class CodeDesk implements AutoCloseable {

    /// The most changes that wait.
    static final int WAITING = 256;

    private final Oversight oversight;
    private final LiveSessions sessions;
    private final Parser parser;
    private final Reviewer reviewer;
    private final EditedTexts texts = new EditedTexts();
    private final Consumer<String> notices;
    private final BlockingQueue<Job> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread worker;

    /// @param parser is used by the worker alone, and closed with this
    CodeDesk(Oversight oversight, LiveSessions sessions, Parser parser, Consumer<String> notices) {
        this.oversight = oversight;
        this.sessions = sessions;
        this.parser = parser;
        this.reviewer = new Reviewer(parser);
        this.notices = notices;
        this.worker = Thread.ofPlatform().daemon().name("fairlead-review").start(this::work);
    }

    /// A call that came back and may have changed code.
    ///
    /// @param place below which paths are told
    private record Job(Maker maker, CallId call, Action action, String place) {}

    /// Takes in a call that came back, within its session's turn.
    void returned(LiveSession live, Moment.Answered answered, Instant now) {
        Session session = live.session();
        Optional<Exchange> exchange = session.exchange().filter(Exchange::worked);
        Action action = answered.call().action();
        boolean mayMend =
                action instanceof Action.Command && !live.flaws().open().isEmpty();
        if (exchange.isEmpty() || EditedFile.of(action).isEmpty() && !mayMend) {
            return;
        }
        Profile profile = session.profile();
        Maker maker = new Maker(
                Channel.LIVE,
                live.id(),
                exchange.get().call().sequence(),
                0,
                now,
                live.agent(),
                profile.model().orElse(""),
                profile.version().orElse(""),
                live.context(now).repository().orElse(""));
        String place = profile.workspace().or(profile::directory).orElse("");
        if (!waiting.offer(new Job(maker, exchange.get().call().id(), action, place))) {
            oversight.counters().notReviewed();
        }
    }

    private void work() {
        try {
            while (true) {
                Job job = waiting.take();
                try {
                    review(job);
                } catch (RuntimeException | StackOverflowError fault) {
                    notices.accept("a change of session %s is not reviewed: %s"
                            .formatted(job.maker().session(), fault));
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void review(Job job) {
        List<Flaw> found = new ArrayList<>();
        List<EditedFile> files = EditedFile.of(job.action());
        for (int i = 0; i < files.size(); i++) {
            FileChange change = texts.change(files.get(i), job.place());
            Review review = reviewer.review(List.of(change), List.of(), Optional.empty());
            oversight.record(
                    new Entry.Reviewed(CodeRecords.of(of(job.maker(), i), change, review, oversight.redacts())));
            Spoken.of(review).ifPresent(found::add);
        }
        SessionId id = job.maker().session();
        Map<Long, Flaw> open = sessions.use(
                id, job.maker().agent(), live -> live.inTurn(() -> live.flaws().open()));
        List<Long> mended = mended(job, open, found);
        if (!found.isEmpty() || !mended.isEmpty()) {
            sessions.use(id, job.maker().agent(), live -> live.inTurn(() -> tell(live, job, found, mended)));
        }
    }

    private static Maker of(Maker maker, int ordinal) {
        return new Maker(
                maker.channel(),
                maker.session(),
                maker.sequence(),
                ordinal,
                maker.at(),
                maker.agent(),
                maker.model(),
                maker.version(),
                maker.repository());
    }

    /// Flaws told of before that are gone. Where the change brought in another of the same rule, it mended nothing.
    private List<Long> mended(Job job, Map<Long, Flaw> open, List<Flaw> found) {
        List<Long> mended = new ArrayList<>();
        open.forEach((sequence, flaw) -> {
            boolean isAgain = found.stream()
                    .anyMatch(each ->
                            each.rule().equals(flaw.rule()) && each.path().equals(flaw.path()));
            boolean isTouched = job.action() instanceof Action.Command
                    || EditedFile.of(job.action()).stream()
                            .anyMatch(each ->
                                    texts.shown(each.path(), job.place()).equals(flaw.path()));
            if (!isAgain && isTouched && isMended(job, flaw)) {
                mended.add(sequence);
            }
        });
        return mended;
    }

    private boolean isMended(Job job, Flaw flaw) {
        Optional<String> text = texts.read(flaw.path(), job.place());
        if (text.isEmpty()) {
            return texts.isDeleted(flaw.path(), job.place()) || isTakenOut(job, flaw);
        }
        return job.action() instanceof Action.Command
                ? Spoken.isGone(flaw, text.get())
                : Spoken.isMended(flaw, text.get(), reviewer.whole(flaw.path(), text.get()));
    }

    /// Whether an edit took out the line of a flaw, where the file itself is not at hand.
    private boolean isTakenOut(Job job, Flaw flaw) {
        return EditedFile.of(job.action()).stream()
                .filter(each -> texts.shown(each.path(), job.place()).equals(flaw.path()))
                .map(each -> each.change(flaw.path(), Optional.empty(), Optional.empty()))
                .anyMatch(each -> !Spoken.isGone(flaw, each.before()) && Spoken.isGone(flaw, each.after()));
    }

    private boolean tell(LiveSession live, Job job, List<Flaw> found, List<Long> mended) {
        Optional<Flaw> fresh = found.stream()
                .filter(each -> !live.flaws().has(each))
                .sorted((one, other) -> Boolean.compare(other.isSerious(), one.isSerious()))
                .findFirst();
        if (fresh.isPresent() || !mended.isEmpty()) {
            live.say(
                    new Happening.ChangeReviewed(job.call(), job.maker().sequence(), fresh, mended),
                    oversight.clock().instant());
        }
        return true;
    }

    /// How many changes wait.
    int waiting() {
        return waiting.size();
    }

    @Override
    public void close() {
        worker.interrupt();
        parser.close();
    }
}
