package dev.fairlead.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Ends the wait for an answer. Whoever waits goes on without us once their own patience is over, so an answer that
/// comes too late, or a fault of ours, is as good as letting everything pass.
final class Deadline implements AutoCloseable {

    private final Duration most;
    private ExecutorService worker = worker();

    /// @param most how long is waited
    Deadline(Duration most) {
        this.most = most;
    }

    /// The answer, or another one where it comes too late or fails.
    ///
    /// @param otherwise makes an answer from why there is none, as a clause
    <T> T answer(Callable<T> question, Function<String, T> otherwise) throws InterruptedException {
        Future<T> answer = worker.submit(question);
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            close(); // what still runs is left alone; the next question has a thread of its own
            worker = worker();
            return otherwise.apply("it took longer than %,d ms to look at".formatted(most.toMillis()));
        } catch (ExecutionException fault) {
            return otherwise.apply("looking at it failed with `%s`".formatted(fault.getCause()));
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor(
                task -> Thread.ofPlatform().daemon().unstarted(task));
    }
}
