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
/// A store that is down is asked again, at longer and longer intervals. One that takes other entries but
/// not this one will never take it: after some attempts the entries of a batch are brought one by one, and
/// those that alone are refused are left out, counted, and told of. For one thread.
final class Delivery {

    private static final int ATTEMPTS_TOGETHER = 5;
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

    /// Brings a batch.
    ///
    /// @return whether it is done with; if not, it was told to stop
    boolean deliver(List<Entry> batch) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; !isGivenUp; attempt++) {
            if (isTaken(batch) || attempt >= ATTEMPTS_TOGETHER && isSorted(batch)) {
                return true;
            }
            isGivenUp = !rest.test(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        return false;
    }

    private boolean isTaken(List<Entry> batch) {
        try {
            store.append(batch);
            if (!fault.getAndSet("").isEmpty()) {
                notices.accept("the store takes entries again");
            }
            return true;
        } catch (RuntimeException down) {
            String message = String.valueOf(down.getMessage());
            if (fault.getAndSet(message).isEmpty()) {
                notices.accept(message + "; what comes until then waits in the journal");
            }
            return false;
        }
    }

    /// Whether the store takes some entries of a batch, and so refuses the others for what they are.
    private boolean isSorted(List<Entry> batch) {
        List<Entry> bad = new ArrayList<>();
        String reason = "";
        for (Entry each : batch) {
            try {
                store.append(List.of(each));
            } catch (RuntimeException refusal) {
                reason = String.valueOf(refusal.getMessage());
                bad.add(each);
                if (bad.size() == batch.size()) {
                    return false;
                }
            }
        }
        fault.set("");
        refused.addAndGet(bad.size());
        if (!bad.isEmpty()) {
            notices.accept("the store takes others, but not %d of the entries, which are left out: %s"
                    .formatted(bad.size(), reason));
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
