package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Clients of containers, clusters, clouds and other services: what a verb takes away there is not on this machine.
final class Infrastructure {

    /// Clients that say what they do in words of their own; a verb that takes away is looked for among their operands.
    private static final Set<String> CLIENTS = Set.of(
            "aws",
            "gcloud",
            "gsutil",
            "bq",
            "az",
            "doctl",
            "heroku",
            "flyctl",
            "fly",
            "vercel",
            "netlify",
            "railway",
            "kubectl",
            "oc",
            "helm",
            "kustomize",
            "argocd",
            "flux",
            "eksctl",
            "velero",
            "istioctl",
            "k9s",
            "linkerd",
            "terraform",
            "tofu",
            "terragrunt",
            "pulumi",
            "cdk",
            "serverless",
            "sls",
            "sam",
            "ansible",
            "packer",
            "vagrant",
            "docker",
            "podman",
            "nerdctl",
            "docker-compose",
            "podman-compose",
            "crictl",
            "ctr",
            "buildah",
            "gh",
            "glab",
            "hub",
            "circleci",
            "gitlab-runner",
            "jenkins-cli",
            "drone",
            "buildkite-agent",
            "vault",
            "consul",
            "nomad",
            "op",
            "doppler",
            "chamber",
            "sops",
            "bw",
            "lpass",
            "infisical",
            "restic",
            "borg",
            "rclone",
            "duplicity",
            "kopia",
            "mc",
            "s3cmd",
            "s5cmd",
            "b2",
            "kafka-topics",
            "kafka-topics.sh",
            "kafka-delete-records",
            "kafka-delete-records.sh",
            "kafka-acls",
            "kafka-acls.sh",
            "kafka-consumer-groups",
            "kafka-consumer-groups.sh",
            "kafka-configs",
            "rabbitmqctl",
            "rabbitmqadmin",
            "nats",
            "supabase",
            "firebase",
            "wrangler",
            "cloudflared",
            "stripe",
            "algolia",
            "ldcli",
            "launchdarkly",
            "openstack",
            "linode-cli",
            "hcloud",
            "ibmcloud",
            "oci",
            "scw",
            "etcdctl",
            "lxc",
            "incus",
            "virsh",
            "multipass",
            "cf",
            "eb",
            "copilot",
            "kind",
            "minikube",
            "k3d",
            "dapr",
            "neonctl",
            "planetscale",
            "pscale",
            "turso",
            "nats-server",
            "pm2",
            "newrelic",
            "datadog-ci",
            "sentry-cli",
            "logcli",
            "promtool",
            "pd",
            "split");

    private static final Set<String> VERBS = Set.of(
            "delete",
            "destroy",
            "remove",
            "rm",
            "rmi",
            "purge",
            "drop",
            "terminate",
            "uninstall",
            "prune",
            "revoke",
            "del",
            "unregister",
            "deregister",
            "detach",
            "disable",
            "flush",
            "wipe",
            "erase",
            "rb",
            "obliterate",
            "teardown",
            "undeploy",
            "deletefile",
            "rmdirs",
            "rdelete",
            "repo-delete",
            "forget",
            "archive",
            "delete_user",
            "delete_vhost",
            "delete_queue",
            "purge_queue",
            "clear",
            "reset",
            "remove-secret",
            "unsubscribe",
            "down",
            "drain",
            "evict",
            "cleanup",
            "nuke",
            "force-delete",
            "undelete",
            "key-delete",
            "unlink",
            "disassociate");
    /// Verbs that are meant for many things of little worth, and need more before they take away what matters.
    private static final Set<String> MILD =
            Set.of("rm", "rmi", "remove", "prune", "down", "clear", "reset", "disable", "unlink", "archive", "drain");
    private static final List<String> PREFIXES = List.of(
            "delete-",
            "terminate-",
            "purge-",
            "deregister-",
            "remove-",
            "revoke-",
            "drop-",
            "disable-",
            "detach-",
            "cancel-",
            "destroy-",
            "delete_",
            "disassociate-",
            "reset-",
            "batch-delete",
            "force-delete",
            "schedule-key-deletion",
            "unsubscribe",
            "release-");
    private static final Set<String> OPTIONS = Set.of(
            "--delete",
            "--delete-before",
            "--delete-after",
            "--force-destroy",
            "--remove",
            "--unsafe-allow-remove-all",
            "--prune");
    private static final Set<String> HARMLESS =
            Set.of("--dry-run", "--dryrun", "--help", "-h", "--dry-run=client", "--dry-run=server", "--check", "-n");
    private static final Set<String> INSIDE =
            Set.of("docker", "podman", "nerdctl", "docker-compose", "kubectl", "oc", "lxc", "incus");

    private Infrastructure() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        CLIENTS.forEach(name -> programs.put(name, Infrastructure::run));
        programs.put("java", Infrastructure::archive);
        return programs;
    }

    /// A client that is run from its archive.
    private static Flow archive(Invocation it) {
        for (int i = 0; i + 1 < it.arguments().size(); i++) {
            String name = Paths.name(it.argument(i + 1));
            if (it.argument(i).equals("-jar") && name.endsWith("-cli.jar")) {
                String client = name.substring(0, name.length() - ".jar".length());
                List<Argument> rest =
                        it.arguments().subList(i + 2, it.arguments().size());
                return run(new Invocation(client, rest, it.input(), it.shell()));
            }
        }
        return Flow.UNKNOWN;
    }

    private static Flow run(Invocation it) {
        Inside.run(it, INSIDE);
        if (it.arguments().stream().anyMatch(argument -> HARMLESS.contains(argument.text())) && !isNamespaced(it)) {
            return Flow.UNKNOWN;
        }
        Services.special(it);
        int operands = 0;
        for (Argument argument : it.arguments()) {
            String word = argument.text();
            if (word.startsWith("-")) {
                if (OPTIONS.contains(word)) {
                    drops(it);
                    return Flow.UNKNOWN;
                }
            } else if (++operands <= 4 && takesAway(word, it, operands)) {
                drops(it);
                return Flow.UNKNOWN;
            }
        }
        return Flow.UNKNOWN.tainted(
                Services.tellsSecret(it) ? Set.of(Taint.SECRET) : it.input().taints());
    }

    /// `-n` names a namespace in some clients.
    private static boolean isNamespaced(Invocation it) {
        return Set.of("kubectl", "oc", "helm", "velero", "istioctl").contains(it.program())
                && it.arguments().stream()
                        .noneMatch(argument ->
                                argument.text().startsWith("--dry") || argument.is("--help") || argument.is("-h"));
    }

    private static boolean takesAway(String word, Invocation it, int position) {
        if (PREFIXES.stream().anyMatch(word::startsWith)) {
            return true;
        }
        if (!VERBS.contains(word)
                || word.equals("rm") && position == 1 && INSIDE.contains(it.program()) && !it.has("-f")) {
            return false;
        }
        return !MILD.contains(word) || position <= 3;
    }

    private static void drops(Invocation it) {
        it.effect(new Effect.DropsData(it.program(), it.line()));
    }
}
