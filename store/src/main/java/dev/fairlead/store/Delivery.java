package dev.fairlead.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Brings entries to the store, as often as it takes.
///
/// A store that is down is asked again, at longer and longer intervals. Where it objects to what it is
/// given, the entries of the batch are brought one by one, and those that alone are refused are left out,
/// counted, and told of. For one thread.
final class Delivery {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final SessionStore store;
    private final Consumer<String> notices;
    private final Predicate<Duration> rest;
    private final AtomicReference<String> fault = new AtomicReference<>("");
    private final AtomicLong refused = new AtomicLong();
    private boolean isGivenUp;

    /// @param rest waits so long; says whether to go on
    Delivery(SessionStore store, Consumer<String> notices, Predicate<Duration> rest) {
        this.store = store;
        this.notices = notices;
        this.rest = rest;
    }

    /// What became of an attempt.
    private enum Attempt {
        TAKEN,
        REFUSED,
        DOWN
    }

    /// Brings a batch.
    ///
    /// @return whether it is done with; if not, it was told to stop
    boolean deliver(List<Entry> batch) {
        Duration pause = FIRST_PAUSE;
        while (!isGivenUp) {
            Attempt together = attempt(batch);
            if (together == Attempt.TAKEN || together == Attempt.REFUSED && isSorted(batch)) {
                return true;
            }
            isGivenUp = !rest.test(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        return false;
    }

    private Attempt attempt(List<Entry> entries) {
        try {
            store.append(entries);
            if (!fault.getAndSet("").isEmpty()) {
                notices.accept("the store takes entries again");
            }
            return Attempt.TAKEN;
        } catch (StoreFault down) {
            if (down.isRefusal()) {
                return Attempt.REFUSED;
            }
            if (fault.getAndSet(String.valueOf(down.getMessage())).isEmpty()) {
                notices.accept(down.getMessage() + "; what comes until then waits in the journal");
            }
            return Attempt.DOWN;
        } catch (RuntimeException _) {
            return Attempt.REFUSED; // our own mistake, which the same entry would bring out again
        }
    }

    /// Whether all of a batch could be told apart: what is taken, and what is refused.
    private boolean isSorted(List<Entry> batch) {
        List<Entry> bad = new ArrayList<>();
        for (Entry each : batch) {
            Attempt alone = attempt(List.of(each));
            if (alone == Attempt.DOWN) {
                return false;
            }
            if (alone == Attempt.REFUSED) {
                bad.add(each);
            }
        }
        if (!bad.isEmpty()) {
            refused.addAndGet(bad.size());
            notices.accept("the store does not take %d of the entries, which are left out; it takes the others"
                    .formatted(bad.size()));
        }
        return true;
    }

    boolean isGivenUp() {
        return isGivenUp;
    }

    String fault() {
        return fault.get();
    }

    long refused() {
        return refused.get();
    }
}
