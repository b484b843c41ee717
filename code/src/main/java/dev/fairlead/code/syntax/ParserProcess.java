package dev.fairlead.code.syntax;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Parses in a process of its own, so that a crash of native code, or a text that takes it forever, costs one answer
/// and
/// not the server. A process that is gone or late is replaced at the next question.
///
/// Made for one thread.
public final class ParserProcess implements Parser {

    private final List<String> command;
    private final Duration patience;
    private final ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Child> child = Optional.empty();

    /// @param command starts a JVM whose main class is [ParserMain]
    /// @param patience after which a text is given up
    public ParserProcess(List<String> command, Duration patience) {
        this.command = List.copyOf(command);
        this.patience = patience;
    }

    /// A parser that runs in the JVM and with the class path of this process.
    public static ParserProcess likeThisOne(Duration patience) {
        String java = ProcessHandle.current().info().command().orElse("java");
        return new ParserProcess(
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        ParserMain.class.getName()),
                patience);
    }

    private record Child(Process process, DataInputStream answers, DataOutputStream questions) {

        static Child start(List<String> command) throws IOException {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            InputStream from = process.getInputStream();
            OutputStream to = process.getOutputStream();
            return new Child(
                    process,
                    new DataInputStream(new BufferedInputStream(from, 1 << 16)),
                    new DataOutputStream(new BufferedOutputStream(to, 1 << 16)));
        }
    }

    @Override
    public Parsed parse(Grammar grammar, byte[] source) {
        if (source.length > LARGEST) {
            return new Parsed.Refused("it is larger than %,d bytes".formatted(LARGEST));
        }
        try {
            Optional<Child> alive = child.filter(each -> each.process().isAlive());
            Child running = alive.isPresent() ? alive.get() : Child.start(command);
            child = Optional.of(running);
            CompletableFuture<Parsed> answer =
                    CompletableFuture.supplyAsync(() -> ask(running, grammar, source), reader);
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            end();
            return new Parsed.Refused("parsing it took longer than %d seconds".formatted(patience.toSeconds()));
        } catch (ExecutionException | IOException gone) {
            end();
            return new Parsed.Refused("the parser came to an end over it");
        } catch (InterruptedException stopped) {
            end();
            Thread.currentThread().interrupt();
            return new Parsed.Refused("it was stopped");
        }
    }

    private static Parsed ask(Child child, Grammar grammar, byte[] source) {
        try {
            child.questions().writeUTF(grammar.name());
            child.questions().writeInt(source.length);
            child.questions().write(source);
            child.questions().flush();
            return TreeBytes.read(child.answers(), source);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void end() {
        child.ifPresent(each -> each.process().destroyForcibly());
        child = Optional.empty();
    }

    @Override
    public void close() {
        end();
        reader.shutdownNow();
    }
}
