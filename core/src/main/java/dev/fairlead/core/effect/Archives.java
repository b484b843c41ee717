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

    private static final List<String> ENDINGS =
            List.of(".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".txz", ".tar.zst", ".tar", ".zip", ".7z");
    private static final Set<Ground> OWN =
            Set.of(Ground.WORKSPACE_FILE, Ground.TEMPORARY, Ground.HOME_FILE, Ground.ELSEWHERE, Ground.SYSTEM_FILE);

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
            Flow archive = file.filter(name -> !name.is("-"))
                    .map(name -> held(it, name))
                    .orElse(it.input());
            unpacked(it, archive, file, options.value("C"), options.operands());
        }
        return Flow.UNKNOWN;
    }

    /// What comes out of an archive from elsewhere is from elsewhere: the members that are named, and what lies in the
    /// folder that it is unpacked to; where that is one with much else in it, the folder with the archive's name.
    private static void unpacked(
            Invocation it, Flow archive, Optional<Argument> file, Optional<Argument> folder, List<Argument> members) {
        if (!archive.isForeign()) {
            return;
        }
        String base = folder.map(it::target).map(Target::best).orElse(it.shell().directory());
        for (Argument member : members) {
            it.shell().files().write(Paths.resolved(base, member.text()), archive.altered(), false);
        }
        if (folder.isPresent() && isForThis(it.target(folder.get()))) {
            it.shell().files().unpack(base, archive);
        } else if (file.isPresent()) {
            it.shell()
                    .files()
                    .unpack(Paths.resolved(base, stem(Paths.name(file.get().text()))), archive);
        }
    }

    /// Whether a folder is likely to hold nothing but what is unpacked to it.
    private static boolean isForThis(Target folder) {
        boolean isShared =
                folder.ground() == Ground.TEMPORARY && Paths.name(folder.best()).startsWith("tmp");
        return !isShared && OWN.contains(folder.ground());
    }

    private static String stem(String name) {
        for (String ending : ENDINGS) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
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
        Options options = it.options(UNZIP);
        if (options.has("p")) {
            return Flow.from(Taint.DECODED);
        }
        if (!options.operands().isEmpty() && !options.has("l", "t", "v")) {
            Argument file = options.operands().getFirst();
            unpacked(it, held(it, file), Optional.of(file), options.value("d"), options.from(1));
        }
        return Flow.UNKNOWN;
    }
}
