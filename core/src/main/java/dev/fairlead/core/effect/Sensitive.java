package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Effect.Foothold;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which files hold secrets, and which make something run later, told from their paths as the tools' manuals name
/// them.
final class Sensitive {

    private static final Set<String> SECRET_NAMES = Set.of(
            ".env",
            ".netrc",
            "_netrc",
            ".pgpass",
            ".my.cnf",
            ".git-credentials",
            ".pypirc",
            ".boto",
            ".s3cfg",
            ".vault-token",
            ".htpasswd",
            "login.keychain-db",
            ".envrc.local");
    private static final List<String> SECRET_PLACES = List.of(
            "/.aws/credentials",
            "/.aws/sso/cache",
            "/.aws/cli/cache",
            "/.azure/accessTokens.json",
            "/.azure/msal_token_cache.json",
            "/.config/gcloud/application_default_credentials.json",
            "/.config/gcloud/credentials.db",
            "/.config/gcloud/access_tokens.db",
            "/.docker/config.json",
            "/.kube/config",
            "/.config/gh/hosts.yml",
            "/.config/glab-cli/config.yml",
            "/.cargo/credentials",
            "/.cargo/credentials.toml",
            "/.gem/credentials",
            "/.gnupg",
            "/.password-store",
            "/Library/Keychains",
            "/etc/shadow",
            "/etc/gshadow",
            "/etc/kubernetes/admin.conf",
            "/.local/share/keyrings",
            "/.config/op",
            "/.terraform.d/credentials.tfrc.json",
            "/.claude/.credentials.json",
            "/.codex/auth.json");
    private static final List<String> KEY_NAMES = List.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519");
    private static final List<String> OPEN_IN_SSH =
            List.of("config", "known_hosts", "authorized_keys", "README", "environment", "rc", "allowed_signers");
    private static final Set<String> KEY_ENDINGS = Set.of("key", "pem", "p12", "pfx", "jks", "keystore", "kdbx", "ppk");
    private static final List<String> KEY_FOLDERS = List.of("/certs", "/keys", "/secrets", "/private-keys", "/.ssh");
    private static final Set<String> NO_SECRET =
            Set.of("example", "sample", "template", "dist", "defaults", "schema", "tmpl", "md", "vault");

    private static final Set<String> STARTUP_FILES = Set.of(
            ".bashrc",
            ".bash_profile",
            ".bash_login",
            ".bash_logout",
            ".profile",
            ".zshrc",
            ".zprofile",
            ".zshenv",
            ".zlogin",
            ".kshrc",
            ".cshrc",
            ".tcshrc",
            ".xinitrc",
            ".xprofile",
            ".inputrc",
            "config.fish");
    private static final Set<String> AGENT_FILES = Set.of(
            "settings.json",
            "settings.local.json",
            "managed-settings.json",
            "hooks.json",
            "config.toml",
            "mcp.json",
            "opencode.json",
            "cli-config.json",
            "permissions.json");
    private static final List<String> AGENT_FOLDERS = List.of(
            "/.claude/",
            "/.codex/",
            "/.cursor/",
            "/.gemini/",
            "/.copilot/",
            "/.cline/",
            "/.factory/",
            "/.qwen/",
            "/.config/opencode/",
            "/.fairlead/",
            "/.kiro/",
            "/.agents/",
            "/etc/claude-code/",
            "/etc/codex/");

    private Sensitive() {}

    /// Whether reading this file tells a secret.
    static boolean isSecret(String written) {
        String path = Paths.isAbsolute(written) ? written : "/" + written;
        String name = Paths.name(path);
        if (SECRET_NAMES.contains(name) || name.startsWith(".env.") && !isHarmless(name)) {
            return true;
        }
        for (String key : KEY_NAMES) {
            if (name.startsWith(key) && !name.contains(".pub")) {
                return true;
            }
        }
        if (isInSsh(path)) {
            return true;
        }
        for (String place : SECRET_PLACES) {
            int at = path.indexOf(place);
            if (at >= 0 && endsName(path, at + place.length()) && (at == 0 || !place.startsWith("/etc/"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsName(String path, int end) {
        return end == path.length() || path.charAt(end) == '/';
    }

    private static boolean isHarmless(String name) {
        return NO_SECRET.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static boolean isInSsh(String path) {
        int at = path.lastIndexOf("/.ssh");
        if (at < 0 || !endsName(path, at + "/.ssh".length())) {
            return false;
        }
        String rest = path.substring(Math.min(path.length(), at + "/.ssh/".length()));
        return !rest.contains(".pub") && OPEN_IN_SSH.stream().noneMatch(rest::startsWith);
    }

    /// Whether a file is likely to hold keys: enough to mind where it is sent, too little to mind that it is read.
    static boolean isKeyMaterial(String path) {
        return isSecret(path) || isLikelyKey(path);
    }

    /// Whether a file that is no file of secrets is likely to hold keys all the same.
    static boolean isLikelyKey(String path) {
        String name = Paths.name(path);
        boolean isForTests = path.contains("fixture") || path.contains("testdata") || path.contains("example");
        int dot = name.lastIndexOf('.');
        return !isForTests && isKeyFolder(path)
                || !isForTests && dot >= 0 && KEY_ENDINGS.contains(name.substring(dot + 1))
                || name.startsWith("credentials") && !isHarmless(name)
                || name.startsWith("service-account") && name.endsWith(".json")
                || path.endsWith("/.aws/config");
    }

    /// Whether a folder's name says that keys are in it.
    private static boolean isKeyFolder(String path) {
        for (String folder : KEY_FOLDERS) {
            int at = path.indexOf(folder);
            if (at >= 0 && endsName(path, at + folder.length())) {
                return true;
            }
        }
        return false;
    }

    /// Whether a pattern matches a file of secrets in the home or the working directory.
    static boolean matchesSecret(String pattern, Place place) {
        for (String secret : SECRET_PLACES) {
            String path = secret.startsWith("/etc/") ? secret : place.home() + secret;
            if (Globs.matches(pattern, path)) {
                return true;
            }
        }
        for (String key : KEY_NAMES) {
            if (Globs.matches(pattern, place.home() + "/.ssh/" + key)) {
                return true;
            }
        }
        return Globs.matches(pattern, place.directory() + "/.env")
                && !pattern.endsWith("/*")
                && !pattern.endsWith("/.*");
    }

    /// What writing this file would make run, or change, later.
    static Optional<Foothold> foothold(String written) {
        String path = Paths.isAbsolute(written) ? written : "/" + written;
        String name = Paths.name(path);
        if (path.endsWith("/.ssh/authorized_keys") || path.equals("/etc/passwd") || path.equals("/etc/shadow")) {
            return Optional.of(Foothold.LOGIN);
        }
        if (STARTUP_FILES.contains(name)
                || path.startsWith("/etc/profile")
                || path.equals("/etc/environment")
                || path.equals("/etc/bash.bashrc")
                || path.contains("/.config/autostart/")) {
            return Optional.of(Foothold.STARTUP_FILE);
        }
        if (path.startsWith("/etc/cron") || path.startsWith("/var/spool/cron")) {
            return Optional.of(Foothold.SCHEDULE);
        }
        if (isService(path)) {
            return Optional.of(Foothold.SERVICE);
        }
        if (path.contains(".git/hooks/") && !name.endsWith(".sample")
                || path.contains("/.husky/")
                || path.endsWith("/.gitconfig")
                || path.endsWith("/.git/config")) {
            return Optional.of(Foothold.HOOK);
        }
        if (isAgentSetting(path, name)) {
            return Optional.of(Foothold.AGENT_SETTING);
        }
        if (isSystemSetting(path)) {
            return Optional.of(Foothold.SYSTEM_SETTING);
        }
        boolean isPipeline = RecipeFile.of(path)
                .filter(kind -> kind == RecipeFile.PIPELINE || kind == RecipeFile.HOOKS)
                .isPresent();
        return isPipeline ? Optional.of(Foothold.PIPELINE) : Optional.empty();
    }

    private static boolean isService(String path) {
        return path.startsWith("/etc/systemd/")
                || path.contains("/.config/systemd/")
                || path.startsWith("/lib/systemd/")
                || path.startsWith("/usr/lib/systemd/")
                || path.startsWith("/etc/init.d/")
                || path.contains("/Library/LaunchAgents/")
                || path.contains("/Library/LaunchDaemons/");
    }

    private static boolean isSystemSetting(String path) {
        return path.startsWith("/etc/sudoers")
                || path.equals("/etc/hosts")
                || path.startsWith("/etc/ld.so.")
                || path.startsWith("/etc/pam.d/")
                || path.startsWith("/etc/ssh/sshd_config")
                || path.equals("/proc/sysrq-trigger")
                || path.equals("/etc/resolv.conf");
    }

    /// Whether a coding agent obeys this file.
    static boolean isAgentSetting(String path, String name) {
        if (name.equals(".mcp.json") || name.equals(".claude.json")) {
            return true;
        }
        for (String folder : AGENT_FOLDERS) {
            int at = path.indexOf(folder);
            if (at >= 0) {
                String rest = path.substring(at + folder.length());
                return AGENT_FILES.contains(name)
                        || rest.startsWith("hooks")
                        || rest.startsWith("plugins/")
                        || rest.startsWith("rules/") && folder.equals("/.codex/")
                        || folder.equals("/.fairlead/");
            }
        }
        return false;
    }
}
