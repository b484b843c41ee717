package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Options.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Programs that put files into one, and take them out again.
final class Archives {

    private static final Spec ZIP = Spec.of("r q j m x= i= P= e u d T 1 9 o= y v");
    private static final Spec UNZIP = Spec.of("d= o n q l p j t v x= P=");
    private static final List<String> RUNNERS =
            List.of("I", "F", "to-command", "info-script", "checkpoint-action", "rsh-command");

    private Archives() {}

    static Flow tar(Invocation it) {
        Options options = Options.of(arguments(it), Decoding.tar());
        for (String runner : RUNNERS) {
            options.values(runner).forEach(code -> run(it, code));
        }
        Flow packed = packed(it, options);
        Optional<Argument> file = options.value("f").or(() -> environment(it, "TAPE"));
        boolean isWritten = options.has("c", "r", "u");
        if (isWritten) {
            return written(it, options, file, packed);
        }
        if (options.has("x") && options.has("O")) {
            return Flow.from(Taint.DECODED);
        }
        if (options.has("x")) {
            options.value("C").ifPresent(folder -> it.shell().write(it.target(folder), Flow.UNKNOWN, true));
        }
        return Flow.UNKNOWN;
    }

    private static Flow written(Invocation it, Options options, Optional<Argument> file, Flow packed) {
        if (file.isEmpty() || file.get().is("-")) {
            return packed;
        }
        String name = file.get().text();
        if (isRemote(name) && !options.has("force-local")) {
            it.effect(new Effect.SendsOut(packedNames(options), name, packed.taints()));
            return Flow.EMPTY;
        }
        Optional<Stream> held = name.startsWith("/dev/fd/")
                ? Optional.ofNullable(it.shell().descriptors().get(name.substring("/dev/fd/".length())))
                : Optional.empty();
        if (held.isPresent() && held.get() instanceof Stream.Remote remote) {
            it.effect(new Effect.SendsOut(packedNames(options), remote.name(), packed.taints()));
            return Flow.EMPTY;
        }
        it.shell().write(it.target(file.get()), packed, false);
        return Flow.EMPTY;
    }

    private static String packedNames(Options options) {
        return String.join(" ", options.operands().stream().map(Argument::text).toList());
    }

    static boolean isRemote(String name) {
        int colon = name.indexOf(':');
        return colon > 0 && name.lastIndexOf('/', colon) < 0;
    }

    /// A command behind `exec=` for a checkpoint, or by itself.
    private static void run(Invocation it, Argument code) {
        String text = code.text().startsWith("exec=") ? code.text().substring("exec=".length()) : code.text();
        Scripts.code(it.shell().started(), code.withText(text), "tar", Flow.UNKNOWN);
    }

    /// The first argument may be a bundle of letters without a hyphen, and a variable may hold options.
    private static List<Argument> arguments(Invocation it) {
        List<Argument> all = new ArrayList<>();
        environment(it, "TAR_OPTIONS")
                .ifPresent(options -> Words.split(options.text()).forEach(word -> all.add(Argument.of(word))));
        boolean isBundled = !it.arguments().isEmpty() && it.argument(0).matches("[a-zA-Z]{1,8}");
        for (int i = 0; i < it.arguments().size(); i++) {
            Argument argument = it.arguments().get(i);
            all.add(i == 0 && isBundled ? argument.withText("-" + argument.text()) : argument);
        }
        return all;
    }

    private static Optional<Argument> environment(Invocation it, String name) {
        List<Argument> value =
                it.shell().variables().isSet(name) ? it.shell().variables().get(name) : List.of();
        return value.isEmpty() ? Optional.empty() : Optional.of(value.getFirst());
    }

    private static Flow packed(Invocation it, Options options) {
        List<Argument> files = new ArrayList<>(options.operands());
        if (options.has("c", "r", "u")) {
            files.addAll(options.values("X"));
        }
        Flow packed = Flow.UNKNOWN;
        for (Argument file : files) {
            packed = packed.tainted(held(it, file).taints());
        }
        return packed.altered();
    }

    /// What is in a file or folder, as far as its name or what the script has put there tells.
    static Flow held(Invocation it, Argument file) {
        Target target = it.target(file);
        String path = it.shell().files().followed(target.best());
        boolean isSecret = Sensitive.isKeyMaterial(path) || it.shell().files().holdsSecret(path);
        return isSecret
                ? Flow.from(Taint.SECRET)
                : it.shell().files().read(path).orElse(Flow.UNKNOWN).altered();
    }

    static Flow zip(Invocation it) {
        Options options = it.options(ZIP);
        if (options.operands().isEmpty()) {
            return Flow.UNKNOWN;
        }
        boolean isSeven = it.program().equals("7z");
        List<Argument> operands = isSeven ? options.from(1) : options.operands();
        if (operands.isEmpty()) {
            return Flow.UNKNOWN;
        }
        Set<Taint> taints = Set.of();
        for (Argument file : operands.subList(1, operands.size())) {
            taints = Flow.union(taints, held(it, file).taints());
        }
        it.shell().write(it.target(operands.getFirst()), Flow.UNKNOWN.tainted(taints), false);
        return Flow.EMPTY;
    }

    static Flow unzip(Invocation it) {
        return it.options(UNZIP).has("p") ? Flow.from(Taint.DECODED) : Flow.UNKNOWN;
    }
}
