package dev.fairlead.core.effect;

import dev.fairlead.core.shell.Part;
import dev.fairlead.core.shell.Redirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Leads what commands read and write elsewhere.
final class Redirector {

    private static final Set<String> SINKS =
            Set.of("/dev/null", "/dev/stdout", "/dev/stderr", "/dev/tty", "/dev/fd/1", "/dev/fd/2", "/dev/full");
    private static final String INPUT = "0";
    private static final String OUTPUT = "1";

    private final Shell shell;

    Redirector(Shell shell) {
        this.shell = shell;
    }

    /// Runs a command with its streams led elsewhere; what it still writes to its usual output is the result.
    Flow run(List<Redirection> redirections, Flow input, UnaryOperator<Flow> command) {
        if (redirections.isEmpty() && !shell.descriptors().containsKey(OUTPUT)) {
            return command.apply(input);
        }
        Flow read = input;
        List<Stream> written = new ArrayList<>();
        for (Redirection redirection : redirections) {
            String descriptor = redirection.descriptor().orElse(isRead(redirection.kind()) ? INPUT : OUTPUT);
            Stream stream = stream(redirection);
            if (descriptor.equals(INPUT)) {
                read = flow(stream);
            } else if (descriptor.equals(OUTPUT)) {
                written.add(stream);
            } else {
                hold(descriptor, stream);
                touch(stream);
            }
        }
        Flow output = command.apply(read);
        Optional<Stream> usual = Optional.ofNullable(shell.descriptors().get(OUTPUT));
        Stream last = written.isEmpty() ? usual.orElse(new Stream.Nowhere()) : written.getLast();
        boolean isLed = !written.isEmpty() || usual.isPresent();
        for (int i = 0; i + 1 < written.size(); i++) {
            touch(written.get(i));
        }
        return isLed ? deliver(last, output) : output;
    }

    /// `exec` with nothing but redirections: they hold from here on.
    Flow keep(List<Redirection> redirections) {
        for (Redirection redirection : redirections) {
            String descriptor = redirection.descriptor().orElse(isRead(redirection.kind()) ? INPUT : OUTPUT);
            Stream stream = stream(redirection);
            hold(descriptor, stream);
            touch(stream);
        }
        return Flow.EMPTY;
    }

    private static boolean isRead(Redirection.Kind kind) {
        return switch (kind) {
            case READ, READ_WRITE, FROM_DESCRIPTOR, HERE_DOCUMENT, HERE_STRING -> true;
            case WRITE, APPEND, TO_DESCRIPTOR, WRITE_BOTH, APPEND_BOTH -> false;
        };
    }

    /// A descriptor that is named by a variable is given a number that nobody else uses.
    private void hold(String descriptor, Stream stream) {
        String number = descriptor;
        if (!Character.isDigit(descriptor.charAt(0))) {
            number = String.valueOf(10 + shell.descriptors().size());
            if (!(stream instanceof Stream.Nowhere)) {
                shell.variables().set(descriptor, List.of(Argument.of(number)));
            } else {
                number = Expander.joined(shell.variables().get(descriptor)).text();
            }
        }
        shell.descriptors().put(number, stream);
    }

    private Stream stream(Redirection redirection) {
        Argument target = shell.expander().one(redirection.target());
        return switch (redirection.kind()) {
            case HERE_DOCUMENT -> new Stream.Source(target.asFlow());
            case HERE_STRING -> new Stream.Source(target.asFlow().then(Flow.of("\n")));
            case READ, READ_WRITE -> readable(target);
            case WRITE, WRITE_BOTH -> writable(redirection, target, false);
            case APPEND, APPEND_BOTH -> writable(redirection, target, true);
            case FROM_DESCRIPTOR, TO_DESCRIPTOR -> descriptor(redirection, target);
        };
    }

    private Stream descriptor(Redirection redirection, Argument target) {
        String number = target.text().endsWith("-")
                ? target.text().substring(0, target.text().length() - 1)
                : target.text();
        if (number.isEmpty() || number.equals("1") || number.equals("2")) {
            return new Stream.Nowhere();
        }
        Stream held = shell.descriptors().get(number);
        if (held != null) {
            return held;
        }
        boolean isNumber = number.chars().allMatch(Character::isDigit);
        return isNumber || redirection.kind() == Redirection.Kind.FROM_DESCRIPTOR
                ? new Stream.Nowhere()
                : writable(redirection, target, false);
    }

    private Stream readable(Argument target) {
        Optional<String> remote = remote(target);
        return remote.isPresent() ? new Stream.Remote(remote.get()) : new Stream.Source(shell.read(target));
    }

    private Stream writable(Redirection redirection, Argument target, boolean isAppended) {
        for (Part part : redirection.target().parts()) {
            if (part instanceof Part.Pipe pipe && !pipe.isInput()) {
                return new Stream.Into(pipe.script());
            }
        }
        Optional<String> remote = remote(target);
        if (remote.isPresent()) {
            return new Stream.Remote(remote.get());
        }
        return SINKS.contains(target.text()) ? new Stream.Nowhere() : new Stream.File(shell.target(target), isAppended);
    }

    static Optional<String> remote(Argument target) {
        String text = target.text();
        return text.startsWith("/dev/tcp/") || text.startsWith("/dev/udp/")
                ? Optional.of(text.substring("/dev/".length()))
                : Optional.empty();
    }

    /// What is read from a stream.
    static Flow flow(Stream stream) {
        return switch (stream) {
            case Stream.Source source -> source.flow();
            case Stream.Remote remote -> Flow.from(Taint.REMOTE);
            case Stream.File file -> Flow.UNKNOWN;
            case Stream.Into into -> Flow.UNKNOWN;
            case Stream.Nowhere nowhere -> Flow.UNKNOWN;
        };
    }

    /// A file that is opened for writing is emptied, whether or not anything is written.
    private void touch(Stream stream) {
        if (stream instanceof Stream.File) {
            deliver(stream, Flow.EMPTY);
        }
    }

    private Flow deliver(Stream stream, Flow output) {
        switch (stream) {
            case Stream.Source source -> {}
            case Stream.Remote remote -> shell.effect(new Effect.SendsOut("", remote.name(), output.taints()));
            case Stream.File file -> shell.write(file.target(), output, file.isAppended());
            case Stream.Into into -> shell.copy().run(into.script(), output);
            case Stream.Nowhere nowhere -> {
                return output;
            }
        }
        return Flow.EMPTY;
    }

    /// What the descriptors lead to, as files below `/dev/fd`.
    static Optional<Flow> held(String path, Map<String, Stream> descriptors) {
        String number = "";
        if (path.startsWith("/dev/fd/")) {
            number = path.substring("/dev/fd/".length());
        } else if (path.startsWith("/proc/self/fd/")) {
            number = path.substring("/proc/self/fd/".length());
        }
        return Optional.ofNullable(descriptors.get(number)).map(Redirector::flow);
    }
}
