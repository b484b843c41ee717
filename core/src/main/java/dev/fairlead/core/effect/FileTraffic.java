package dev.fairlead.core.effect;

import java.util.Optional;
import java.util.Set;

/// What comes of reading and writing files.
final class FileTraffic {

    /// What is written here, the kernel obeys at once.
    private static final String SYSTEM_REQUEST = "/proc/sysrq-trigger";

    private FileTraffic() {}

    static Flow read(Shell shell, Argument file) {
        Optional<Flow> held = Redirector.held(file.text(), shell.descriptors());
        if (held.isPresent()) {
            return held.get();
        }
        Target target = shell.target(file);
        String path = shell.files().followed(target.best());
        boolean isSecret = Sensitive.isSecret(path) || file.isPattern() && Sensitive.matchesSecret(path, shell.place());
        Flow flow = shell.files().read(path).orElse(Flow.UNKNOWN);
        if (isSecret || flow.taints().contains(Taint.SECRET)) {
            shell.effect(new Effect.ReadsSecret(target.written()));
        }
        return isSecret || Sensitive.isKeyMaterial(path) ? flow.tainted(Set.of(Taint.SECRET)) : flow;
    }

    static void write(Shell shell, Target target, Flow flow, boolean isAppended) {
        String path = shell.files().followed(target.best());
        Target meant = path.equals(target.best()) ? target : shell.target(Argument.of(path));
        String text = flow.text().orElse("");
        shell.effect(new Effect.Overwrites(meant, isAppended, text));
        if (path.equals(SYSTEM_REQUEST)) {
            shell.effect(new Effect.Halts("writing " + path));
        }
        if (target.path().isPresent()) {
            shell.files().write(path, flow, isAppended);
        }
        Optional<Effect.Foothold> foothold = Sensitive.foothold(path);
        if (foothold.isPresent()) {
            shell.effect(new Effect.Plants(foothold.get(), target.written(), text));
            Programs.runPlanted(shell, foothold.get(), meant, flow);
        }
    }
}
