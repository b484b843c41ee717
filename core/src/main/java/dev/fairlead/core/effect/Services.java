package dev.fairlead.core.effect;

import java.util.List;
import java.util.Set;

/// What particular clients say in words that no other client uses.
final class Services {

    private static final Set<String> SECRET_STORES =
            Set.of("vault", "op", "doppler", "chamber", "sops", "bw", "lpass", "infisical", "pass");

    private Services() {}

    static void special(Invocation it) {
        switch (it.program()) {
            case "gh", "glab" -> forge(it);
            case "docker", "podman" -> publishes(it, "push");
            case "terraform", "tofu", "terragrunt" -> terraform(it);
            case "helm" -> publishes(it, "push");
            case "aws" -> moves(it, "s3", "mv");
            case "rclone" -> rclone(it);
            case "kafka-delete-records", "kafka-delete-records.sh" -> drops(it);
            case "vercel", "netlify", "firebase", "wrangler", "flyctl", "fly", "serverless", "sls", "cdk" ->
                publishes(it, "deploy");
            default -> {}
        }
    }

    private static void drops(Invocation it) {
        it.effect(new Effect.DropsData(it.program(), it.line()));
    }

    private static void publishes(Invocation it, String verb) {
        if (it.argument(0).equals(verb)
                || it.argument(1).equals(verb) && !it.argument(0).startsWith("-")) {
            it.effect(new Effect.Publishes(it.program() + " " + verb, it.line()));
        }
    }

    private static void forge(Invocation it) {
        String noun = it.argument(0);
        String verb = it.argument(1);
        if (noun.equals("api")) {
            boolean isDelete = false;
            for (int i = 0; i + 1 < it.arguments().size(); i++) {
                boolean isMethod = it.argument(i).equals("-X") || it.argument(i).equals("--method");
                isDelete |= isMethod && it.argument(i + 1).equalsIgnoreCase("DELETE");
            }
            if (isDelete || it.has("-XDELETE") || it.has("--method=DELETE")) {
                drops(it);
            }
        } else if (noun.equals("gist") && verb.equals("create")) {
            it.effect(new Effect.SendsOut("", "a gist", it.input().taints()));
            it.effect(new Effect.Publishes("gh gist create", it.line()));
        } else if (noun.equals("release") && verb.equals("create")) {
            it.effect(new Effect.Publishes("gh release create", it.line()));
        }
    }

    private static void terraform(Invocation it) {
        boolean isForced = it.arguments().stream()
                .anyMatch(each ->
                        each.text().startsWith("-auto-approve") || each.text().startsWith("--auto-approve"));
        String verb = it.argument(0);
        boolean isState = verb.equals("state") && Set.of("rm", "push").contains(it.argument(1));
        if (verb.equals("apply") && (it.has("-destroy") || isForced)
                || verb.equals("taint")
                || isState
                || verb.equals("force-unlock")) {
            drops(it);
        }
    }

    private static void moves(Invocation it, String service, String verb) {
        if (it.argument(0).equals(service) && it.argument(1).equals(verb) && it.has("--recursive")) {
            drops(it);
        }
    }

    private static void rclone(Invocation it) {
        if (Set.of("sync", "move", "moveto").contains(it.argument(0))) {
            drops(it);
        }
    }

    /// Whether a client prints secrets.
    /// Whether a client hands out what it keeps for whoever may ask.
    static boolean tellsSecret(Invocation it) {
        if (SECRET_STORES.contains(it.program())) {
            return it.arguments().stream()
                    .anyMatch(each ->
                            List.of("get", "read", "download", "show", "export").contains(each.text()));
        }
        return switch (it.program()) {
            case "gh", "glab" -> it.has("auth") && it.has("token");
            case "gcloud" -> it.has("print-access-token") || it.has("print-identity-token");
            case "aws" -> it.has("get-session-token") || it.has("get-secret-value");
            case "kubectl", "oc" ->
                it.has("get") && (it.has("secret") || it.has("secrets")) && (it.has("-o") || it.has("--output"));
            default -> false;
        };
    }
}
