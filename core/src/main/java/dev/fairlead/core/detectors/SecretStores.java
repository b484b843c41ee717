package dev.fairlead.core.detectors;

import dev.fairlead.core.shell.SimpleCommand;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where credentials are kept, by the manuals of the tools that keep them, and the commands that hand them out.
final class SecretStores {

    private static final List<String> FILES = List.of(
            "/.aws/credentials",
            "/.ssh/id_",
            "/.netrc",
            "/.git-credentials",
            "/.pypirc",
            "/.docker/config.json",
            "/.kube/config",
            "/.config/gh/hosts.yml",
            "/.config/gcloud/",
            "/.azure/",
            "/.gnupg/",
            "/.vault-token",
            "/etc/shadow",
            "/.claude/.credentials.json",
            "/.codex/auth.json");
    private static final Set<String> SAMPLES =
            Set.of("example", "sample", "template", "test", "dist", "defaults", "schema");
    private static final List<String> NAMES =
            List.of("KEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD", "CREDENTIAL", "AUTH");

    private SecretStores() {}

    /// Whether a path names a file that is made to hold credentials.
    static boolean isStore(String path) {
        String name = Rewritten.nameOf(path).toLowerCase(Locale.ROOT);
        if (name.equals(".env") || name.startsWith(".env.")) {
            return !SAMPLES.contains(name.substring(name.lastIndexOf('.') + 1));
        }
        if (name.endsWith(".pub")) {
            return false;
        }
        String whole = "/" + path;
        for (String file : FILES) {
            if (whole.contains(file)) {
                return true;
            }
        }
        return name.equals("credentials.json")
                || name.startsWith("service-account") && name.endsWith(".json")
                || name.endsWith(".p12")
                || name.endsWith(".pfx")
                || name.equals("id_rsa")
                || name.equals("id_ed25519")
                || name.equals(".npmrc") && path.startsWith("~");
    }

    /// Whether a command puts credentials out: from their store, from the environment, or from the tool that keeps
    /// them.
    static boolean isPutOutBy(SimpleCommand command) {
        String program = command.program();
        List<String> words = command.words();
        if (Looking.isReader(program) || program.equals("base64") || program.equals("tar") || program.equals("zip")) {
            return words.subList(1, words.size()).stream().anyMatch(SecretStores::isStore);
        }
        return switch (program) {
            case "printenv" -> words.size() == 1 || isSecretName(command.operand(1));
            case "env", "export", "set" -> words.size() == 1;
            case "echo", "printf" -> words.stream().anyMatch(SecretStores::isSecretVariable);
            case "gh" -> command.has("auth") && command.has("token");
            case "gcloud" -> command.has("print-access-token") || command.has("print-identity-token");
            case "security" -> command.has("-w") && words.stream().anyMatch(word -> word.startsWith("find-"));
            case "pass", "op" -> command.has("show") || command.has("read");
            case "aws" -> command.has("get-session-token") || command.has("get-secret-value");
            case "kubectl" ->
                command.has("get") && (command.has("secret") || command.has("secrets")) && command.has("-o");
            case "vault" -> command.has("read") || command.has("get");
            default -> false;
        };
    }

    /// Whether a word stands for the value of a variable that is named like a credential.
    static boolean isSecretVariable(String word) {
        for (int at = word.indexOf('$'); at >= 0; at = word.indexOf('$', at + 1)) {
            int from = word.startsWith("{", at + 1) ? at + 2 : at + 1;
            int end = from;
            while (end < word.length() && (Character.isLetterOrDigit(word.charAt(end)) || word.charAt(end) == '_')) {
                end++;
            }
            boolean isCut = end < word.length() && ":#%".indexOf(word.charAt(end)) >= 0;
            if (!isCut && isSecretName(word.substring(from, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecretName(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return !upper.startsWith("#") && NAMES.stream().anyMatch(upper::contains) && !upper.contains("KEYBOARD");
    }
}
