package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Programs that write, move and copy files on the same machine.
final class Writing {

    private static final Spec MV = Spec.of(
            "t|target-directory= T|no-target-directory f|force i|interactive n|no-clobber v u|update b S|suffix= backup Z help version");
    private static final Spec CP = Spec.of(
            "t|target-directory= T a|archive r|R|recursive f|force i n|no-clobber v u p P L H d l|link s|symbolic-link attributes-only preserve no-preserve= parents x S|suffix= backup sparse= reflink Z help version");
    private static final Spec LN =
            Spec.of("s|symbolic f|force n i v T t|target-directory= r|relative b P L S= help version");
    private static final Spec TEE = Spec.of("a|append i p output-error help version");
    private static final Spec INSTALL =
            Spec.of("m|mode= o|owner= g|group= d|directory D t|target-directory= T p v s b C S=");
    private static final Spec MKDIR = Spec.of("m|mode= p v Z context= help version");
    private static final Spec TOUCH = Spec.of("a c|no-create d|date= f h m r|reference= t= time= help version");

    private Writing() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        programs.put("mv", Writing::move);
        programs.put("cp", Writing::copy);
        programs.put("install", Writing::install);
        programs.put("ln", Writing::link);
        programs.put("link", Writing::link);
        programs.put("tee", Writing::tee);
        programs.put("sponge", Writing::tee);
        programs.put("dd", Writing::dd);
        programs.put("touch", Writing::touch);
        programs.put("objcopy", it -> last(it));
        programs.put("strip", it -> last(it));
        programs.put("patch", it -> Flow.UNKNOWN);
        programs.put("mkdir", Writing::make);
        programs.put("mkfifo", Writing::make);
        programs.put("mktemp", it -> new Flow(Optional.of("/tmp/tmp.new"), Set.of()));
        return programs;
    }

    private static Argument within(Argument folder, Argument file) {
        return new Argument(
                folder.text() + "/" + Paths.name(file.text()),
                folder.isKnown() && file.isKnown(),
                false,
                folder.taints());
    }

    /// The last operand, or the folder that an option names.
    private static Optional<Argument> destination(Options options) {
        return options.value("t")
                .or(() -> options.operands().size() < 2
                        ? Optional.empty()
                        : Optional.of(options.operands().getLast()));
    }

    private static List<Argument> sources(Options options) {
        List<Argument> operands = options.operands();
        return options.has("t") || operands.isEmpty() ? operands : operands.subList(0, operands.size() - 1);
    }

    private static boolean isFolder(Options options, Argument destination) {
        return options.has("t")
                || destination.text().endsWith("/")
                || options.operands().size() > 2
                || List.of(".", "..", "/tmp").contains(destination.text());
    }

    private static Flow move(Invocation it) {
        Options options = it.options(MV);
        Optional<Argument> destination = destination(options);
        if (options.isHelp() || destination.isEmpty()) {
            return Flow.UNKNOWN;
        }
        for (Argument source : sources(options)) {
            Target from = it.target(source);
            Argument to = isFolder(options, destination.get()) ? within(destination.get(), source) : destination.get();
            Target target = it.target(to);
            Flow content = content(it, source);
            boolean isSamePlace = from.path().isPresent() && from.path().equals(target.path());
            if (isSamePlace) {
                continue;
            }
            it.effect(new Effect.Moves(from, target));
            it.shell().write(target, content, false);
            from.path().ifPresent(it.shell().files()::delete);
        }
        return Flow.EMPTY;
    }

    /// What a file holds, without reading it out: a secret that is only moved is not told.
    private static Flow content(Invocation it, Argument source) {
        Target target = it.target(source);
        String path = it.shell().files().followed(target.best());
        Flow held = it.shell().files().read(path).orElse(Flow.UNKNOWN);
        return Sensitive.isKeyMaterial(path) ? held.tainted(Set.of(Taint.SECRET)) : held;
    }

    private static Flow copy(Invocation it) {
        Options options = it.options(CP);
        Optional<Argument> destination = destination(options);
        if (options.isHelp() || destination.isEmpty()) {
            return Flow.UNKNOWN;
        }
        for (Argument source : sources(options)) {
            Flow content =
                    options.has("attributes-only") ? Flow.UNKNOWN : it.shell().read(source);
            Argument to = isFolder(options, destination.get()) ? within(destination.get(), source) : destination.get();
            it.shell().write(it.target(to), content, false);
        }
        return Flow.EMPTY;
    }

    private static Flow make(Invocation it) {
        Options options = it.options(MKDIR);
        boolean isNew = !options.has("p");
        options.operands().forEach(folder -> it.effect(new Effect.Creates(it.target(folder), isNew)));
        return Flow.EMPTY;
    }

    private static Flow install(Invocation it) {
        Options options = it.options(INSTALL);
        Optional<Argument> destination = destination(options);
        if (options.has("d")) {
            options.operands().forEach(folder -> it.effect(new Effect.Creates(it.target(folder), false)));
        }
        if (options.has("d") || destination.isEmpty()) {
            return Flow.EMPTY;
        }
        for (Argument source : sources(options)) {
            it.shell().write(it.target(destination.get()), it.shell().read(source), false);
        }
        return Flow.EMPTY;
    }

    private static Flow link(Invocation it) {
        Options options = it.options(LN);
        Optional<Argument> destination = destination(options);
        if (destination.isEmpty()) {
            return Flow.UNKNOWN;
        }
        for (Argument source : sources(options)) {
            Target name = it.target(destination.get());
            Target file = it.target(source);
            if (file.path().isPresent() && name.path().isPresent()) {
                it.shell().files().link(name.path().get(), file.path().get());
                Sensitive.foothold(name.path().get())
                        .ifPresent(kind -> it.effect(new Effect.Plants(kind, name.written(), "")));
            }
        }
        return Flow.EMPTY;
    }

    private static Flow tee(Invocation it) {
        Options options = it.options(TEE);
        for (Argument operand : options.operands()) {
            Optional<String> remote = Redirector.remote(operand);
            if (remote.isPresent()) {
                it.effect(new Effect.SendsOut("", remote.get(), it.input().taints()));
            } else if (!operand.text().startsWith("/dev/std") && !operand.is("/dev/null") && !operand.is("/dev/tty")) {
                it.shell().write(it.target(operand), it.input(), options.has("a"));
            }
        }
        return it.input();
    }

    private static Flow dd(Invocation it) {
        Flow data = it.input();
        for (Argument argument : it.arguments()) {
            if (argument.text().startsWith("if=")) {
                data = it.shell().read(argument.withText(argument.text().substring(3)));
            }
        }
        for (Argument argument : it.arguments()) {
            if (argument.text().startsWith("of=")) {
                Argument file = argument.withText(argument.text().substring(3));
                Target target = Target.of(
                        new Argument(file.text(), file.isKnown(), Ground.isPattern(file.text()), file.taints()),
                        it.shell().directory(),
                        it.shell().place());
                if (target.ground() == Ground.DEVICE) {
                    it.effect(new Effect.Wipes(target.written(), "dd"));
                } else if (!file.is("/dev/null")) {
                    it.shell().write(target, data, false);
                }
                return Flow.EMPTY;
            }
        }
        return data;
    }

    private static Flow touch(Invocation it) {
        Options options = it.options(TOUCH);
        options.operands().forEach(operand -> it.shell().write(it.target(operand), Flow.EMPTY, true));
        return Flow.EMPTY;
    }

    /// A program that rewrites its last operand.
    private static Flow last(Invocation it) {
        Options options = it.options(Spec.of("o= O= F= I="));
        Optional<Argument> file = options.value("o")
                .or(() -> options.operands().isEmpty()
                        ? Optional.empty()
                        : Optional.of(options.operands().getLast()));
        file.ifPresent(each -> it.shell().write(it.target(each), Flow.UNKNOWN, false));
        return Flow.UNKNOWN;
    }
}
