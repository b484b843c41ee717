package dev.fairlead.core.gate;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Effect.Foothold;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Rules about services, data elsewhere, what keeps running, and rights.
final class SystemRules {

    private static final Set<String> CONTAINERS = Set.of(
            "docker",
            "podman",
            "nerdctl",
            "docker-compose",
            "podman-compose",
            "kubectl",
            "oc",
            "helm",
            "crictl",
            "kind",
            "minikube",
            "k3d");

    /// Kinds of things in a cluster or an engine that hold data, or everything else.
    private static final Set<String> HOLDERS = Set.of(
            "namespace",
            "namespaces",
            "ns",
            "pv",
            "pvc",
            "persistentvolume",
            "persistentvolumes",
            "persistentvolumeclaim",
            "persistentvolumeclaims",
            "crd",
            "crds",
            "customresourcedefinition",
            "customresourcedefinitions",
            "volume",
            "--all",
            "--all-namespaces",
            "--volumes");

    private static final Rule DROP_DATA = new Rule(
            "drop-data",
            "Destroys data or infrastructure that lives elsewhere.",
            "show what would go with a dry run, and ask the person",
            (effect, setting) -> effect instanceof Effect.DropsData(String system, String what)
                            && !Set.of("git", "http", "rsync").contains(system)
                            && !CONTAINERS.contains(system)
                    ? Optional.of("`%s` takes away what lives elsewhere".formatted(what))
                    : Optional.empty());

    private static final Rule DROP_CLUSTER_DATA = new Rule(
            "drop-cluster-data",
            "Takes a namespace, a volume, or everything of a kind away from a cluster or an engine.",
            "list what would go, as with `kubectl get all --namespace NAME`, and ask the person",
            (effect, setting) -> effect instanceof Effect.DropsData(String system, String what)
                            && CONTAINERS.contains(system)
                            && isOfData(what)
                    ? Optional.of("`%s` takes data away, or all that there is".formatted(what))
                    : Optional.empty());

    private static final Rule DROP_CONTAINERS = new Rule(
            "drop-containers",
            "Takes containers, images or parts of a cluster away.",
            "list what would go, as with `docker ps`, and ask the person",
            (effect, setting) -> effect instanceof Effect.DropsData(String system, String what)
                            && CONTAINERS.contains(system)
                            && !isOfData(what)
                    ? Optional.of("`%s` takes away what others may use".formatted(what))
                    : Optional.empty());

    private static final Rule DROP_REMOTE = new Rule(
            "drop-remote",
            "Takes something away on the other side of a connection.",
            "list what would go, and ask the person",
            (effect, setting) -> effect instanceof Effect.DropsData(String system, String what)
                            && Set.of("http", "rsync").contains(system)
                    ? Optional.of("`%s` takes away what lives elsewhere".formatted(what))
                    : Optional.empty());

    private static final Rule DELETE_REMOTE_BRANCH = new Rule(
            "delete-remote-branch",
            "Deletes branches on another machine.",
            "ask the person to delete the branch",
            (effect, setting) -> effect instanceof Effect.DropsData(String system, String what) && system.equals("git")
                    ? Optional.of("`%s` deletes a branch that others may use".formatted(what))
                    : Optional.empty());

    private static final Rule HALT_SERVICE = new Rule(
            "halt-service",
            "Stops the machine or a service of it.",
            "ask the person to stop it",
            (effect, setting) -> effect instanceof Effect.Halts(String what)
                    ? Optional.of("`%s` stops what others may use".formatted(what))
                    : Optional.empty());

    private static final Rule KILL_EVERYTHING = new Rule(
            "kill-everything",
            "Ends programs that are not the agent's own.",
            "end the one program by its number, as with `kill 1234`",
            (effect, setting) -> effect instanceof Effect.KillsProcesses(String which, boolean isBroad) && isBroad
                    ? Optional.of("`%s` ends programs that are not yours".formatted(which))
                    : Optional.empty());

    private static final Rule INSTALL_FOR_ALL = new Rule(
            "install-for-all",
            "Installs software for the whole machine.",
            "install it for the project alone",
            (effect, setting) ->
                    effect instanceof Effect.Installs(String manager, String what, boolean isForAll) && isForAll
                            ? Optional.of("`%s` installs `%s` for the whole machine".formatted(manager, what))
                            : Optional.empty());

    private static final Rule GAIN_PRIVILEGE = new Rule(
            "gain-privilege",
            "Runs something as another user.",
            "do it as the user that you are",
            (effect, setting) -> effect instanceof Effect.GainsPrivilege(String by)
                    ? Optional.of("`%s` gives it the rights of another user".formatted(by))
                    : Optional.empty());

    private static final Rule PLANT_SCHEDULE =
            plants("plant-schedule", "Makes something run later and again.", Foothold.SCHEDULE, Foothold.SERVICE);

    private static final Rule PLANT_STARTUP =
            plants("plant-startup", "Changes what runs whenever a shell starts.", Foothold.STARTUP_FILE);

    private static final Rule PLANT_LOGIN = plants(
            "plant-login", "Changes who may log in, or with which rights.", Foothold.LOGIN, Foothold.SYSTEM_SETTING);

    private static final Rule PLANT_HOOK =
            plants("plant-hook", "Changes what version control runs by itself.", Foothold.HOOK);

    private static final Rule PLANT_PIPELINE = plants(
            "plant-pipeline",
            "Changes what a pipeline runs, or what is run whenever somebody commits.",
            Foothold.PIPELINE);

    private static final Rule PLANT_AGENT_SETTING =
            plants("plant-agent-setting", "Changes what a coding agent obeys.", Foothold.AGENT_SETTING);

    private SystemRules() {}

    static List<Rule> all() {
        return List.of(
                DROP_CLUSTER_DATA,
                DROP_CONTAINERS,
                DROP_DATA,
                DROP_REMOTE,
                DELETE_REMOTE_BRANCH,
                HALT_SERVICE,
                KILL_EVERYTHING,
                INSTALL_FOR_ALL,
                GAIN_PRIVILEGE,
                PLANT_SCHEDULE,
                PLANT_STARTUP,
                PLANT_LOGIN,
                PLANT_HOOK,
                PLANT_PIPELINE,
                PLANT_AGENT_SETTING);
    }

    /// Whether what goes away holds data, or all that there is: a namespace, a volume, everything of a kind.
    private static boolean isOfData(String command) {
        return Stream.of(command.split("[ /,]", -1)).anyMatch(HOLDERS::contains);
    }

    private static Rule plants(String id, String summary, Foothold... kinds) {
        Set<Foothold> wanted = Set.of(kinds);
        return new Rule(
                id,
                summary,
                "show the person the change, and ask them to make it",
                (effect, setting) -> effect instanceof Effect.Plants(Foothold kind, String where, String text)
                                && wanted.contains(kind)
                        ? Optional.of("changes `%s`, which stays in force after the command has ended".formatted(where))
                        : Optional.empty());
    }
}
