package dev.fairlead.core.effect;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class WordingTest {

    private static final Target FILE = at("/w/a.txt", Ground.WORKSPACE_FILE);
    private static final Target ROOT = at("/", Ground.SYSTEM);

    private static final Map<Effect, String> WORDS = Map.ofEntries(
            entry(
                    new Effect.Deletes(ROOT, true, true),
                    "deletes `/` (on which the machine rests) and all below it, without a question"),
            entry(new Effect.Deletes(FILE, false, false), "deletes `/w/a.txt`"),
            entry(new Effect.Overwrites(FILE, false, "x"), "writes `/w/a.txt`"),
            entry(
                    new Effect.Overwrites(at("/etc/hosts", Ground.SYSTEM_FILE), true, "x"),
                    "appends to `/etc/hosts` (in a folder of the system)"),
            entry(new Effect.Creates(at("/w", Ground.WORKSPACE), false), "makes `/w` (the workspace)"),
            entry(new Effect.Moves(FILE, at("/tmp/a", Ground.TEMPORARY)), "moves `/w/a.txt` to `/tmp/a` (temporary)"),
            entry(
                    new Effect.ChangesAccess(at("/home/ann", Ground.HOME), true, "777"),
                    "gives `/home/ann` (a home) and all below it the rights `777`"),
            entry(new Effect.Wipes("/dev/sda", "dd"), "destroys what `/dev/sda` holds, with `dd`"),
            entry(new Effect.OpensPage("https://x.example"), "opens `https://x.example` in a browser"),
            entry(new Effect.SendsOut("", "https://x.example", Set.of()), "sends something to `https://x.example`"),
            entry(
                    new Effect.RunsForeignCode(Taint.REMOTE, "bash"),
                    "runs code with `bash` that came from another machine"),
            entry(new Effect.OpensShell("nc"), "lets another machine command a shell here, with `nc`"),
            entry(new Effect.RunsFile(at("/home/ann/x", Ground.HOME_FILE)), "runs `/home/ann/x` (in a home)"),
            entry(new Effect.Runs("frob", List.of()), "runs `frob`, of which nothing is known"),
            entry(new Effect.Fetches("https://x.example/y"), "fetches `https://x.example/y`"),
            entry(
                    new Effect.Installs("npm", "left-pad", true),
                    "installs `left-pad` with `npm`, for the whole machine or account"),
            entry(new Effect.Publishes("npm", ""), "publishes something with `npm`"),
            entry(
                    new Effect.RewritesHistory("git push --force", true, false),
                    "rewrites shared history, with `git push --force`"),
            entry(
                    new Effect.DiscardsWork("git reset --hard", true, at("/w", Ground.WORKSPACE)),
                    "throws away all work that is not committed in `/w` (the workspace), with `git reset --hard`"),
            entry(
                    new Effect.SetsAside(true, at("/w/.git/objects", Ground.REPOSITORY)),
                    "takes back from aside work that is not committed in `/w/.git/objects` (a repository's history)"),
            entry(
                    new Effect.Plants(Effect.Foothold.HOOK, "/w/.git/hooks/pre-push", ""),
                    "changes a hook of version control, `/w/.git/hooks/pre-push`"),
            entry(new Effect.ReadsSecret(".env"), "reads the secrets in `.env`"),
            entry(
                    new Effect.SkipsChecks("git commit --no-verify"),
                    "leaves out a check, with `git commit --no-verify`"),
            entry(new Effect.KillsProcesses("java", true), "ends `java`, others than its own too"),
            entry(new Effect.Halts("nginx"), "stops `nginx`"),
            entry(
                    new Effect.DropsData("PostgreSQL", "DROP TABLE orders"),
                    "takes away `DROP TABLE orders`, which PostgreSQL keeps"),
            entry(new Effect.GainsPrivilege("sudo"), "acts as another user, through `sudo`"),
            entry(new Effect.Exhausts("a fork bomb"), "takes up the whole machine: a fork bomb"),
            entry(
                    new Effect.DisarmsGuard("its hooks are removed"),
                    "switches off what watches the agent: its hooks are removed"),
            entry(
                    new Effect.Unknown("a loop over what is not known"),
                    "does what is not known: a loop over what is not known"));

    private static Target at(String path, Ground ground) {
        return new Target(path, Optional.of(path), ground);
    }

    @Test
    void saysEveryEffectInPlainWords() {
        assertThat(WORDS)
                .allSatisfy((effect, words) -> assertThat(Wording.of(effect)).isEqualTo(words));
        assertThat(WORDS.keySet().stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSameSizeAs(Effect.class.getPermittedSubclasses());
    }
}
