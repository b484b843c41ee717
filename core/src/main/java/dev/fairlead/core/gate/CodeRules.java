package dev.fairlead.core.gate;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Taint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Rules about code that is run, secrets that are read and sent, and what watches the agent.
final class CodeRules {

    private static final Set<String> LOOKS =
            Set.of("status", "docs", "log", "help", "list", "guards", "version", "--help", "--version", "explain");

    /// What of our own program changes nothing.
    private static final Set<String> OWN_LOOKS = Set.of("scan", "up", "agents", "check-command", "replay");

    private static final Rule RUN_FOREIGN_CODE = new Rule(
            "run-foreign-code",
            "Runs code that came from another machine or that nobody could read.",
            "save it to a file, read the file, and ask the person before you run it",
            (effect, setting) -> effect instanceof Effect.RunsForeignCode(Taint origin, String by)
                    ? Optional.of("`%s` runs code that %s".formatted(by, origin(origin)))
                    : Optional.empty());

    private static final Rule OPEN_SHELL = new Rule(
            "open-shell",
            "Lets another machine command a shell here.",
            "ask the person to open the connection",
            (effect, setting) -> effect instanceof Effect.OpensShell(String by)
                    ? Optional.of("`%s` lets another machine command a shell here".formatted(by))
                    : Optional.empty());

    private static final Rule EXHAUST_MACHINE = new Rule(
            "exhaust-machine",
            "Takes up everything the machine has.",
            "start one program, and wait for it to end before the next",
            (effect, setting) ->
                    effect instanceof Effect.Exhausts(String how) ? Optional.of("is " + how) : Optional.empty());

    private static final Rule READ_SECRET = new Rule(
            "read-secret",
            "Reads secrets.",
            "use the tool that holds the secret without printing it, or ask the person for what you need",
            (effect, setting) -> effect instanceof Effect.ReadsSecret(String where)
                    ? Optional.of("reads the secrets in `%s`".formatted(where))
                    : Optional.empty());

    private static final Rule SEND_SECRET = new Rule(
            "send-secret",
            "Sends secrets to another machine.",
            "send only what holds no secret, and ask the person if a service needs one",
            (effect, setting) -> effect instanceof Effect.SendsOut(String what, String to, Set<Taint> taints)
                            && taints.contains(Taint.SECRET)
                    ? Optional.of("sends secrets to `%s`".formatted(to))
                    : Optional.empty());

    private static final Rule WRITE_SECRET = new Rule(
            "write-secret",
            "Writes over a file of secrets in a home.",
            "ask the person to put the secret there",
            (effect, setting) -> effect instanceof Effect.Overwrites overwrites
                            && overwrites.target().isSecret()
                            && overwrites
                                    .target()
                                    .best()
                                    .startsWith(setting.place().home())
                            && !overwrites
                                    .target()
                                    .best()
                                    .startsWith(setting.place().root() + "/")
                    ? Optional.of("writes over the secrets in `%s`"
                            .formatted(overwrites.target().written()))
                    : Optional.empty());

    private static final Rule COMMAND_GUARD = new Rule(
            "command-guard",
            "Commands a program that only a person may command, such as the one that watches the agent.",
            "ask the person to run it",
            (effect, setting) -> effect instanceof Effect.Runs(String program, List<String> arguments)
                            && setting.guards().contains(program)
                            && arguments.stream().noneMatch(word -> looks(program, word))
                    ? Optional.of("commands `%s`, which only a person may do".formatted(program))
                    : Optional.empty());

    private static final Rule DISARM_GUARD = new Rule(
            "disarm-guard",
            "Starts an agent without what watches it, or takes its hooks and plugins away.",
            "start the agent as it is set up",
            (effect, setting) -> effect instanceof Effect.DisarmsGuard(String how)
                    ? Optional.of("switches off what watches an agent: `%s`".formatted(how))
                    : Optional.empty());

    private static final Rule NOT_UNDERSTOOD = new Rule(
            "not-understood",
            "Cannot be understood before it runs.",
            "write the command in plain words, without code that is put together as it runs",
            (effect, setting) -> effect instanceof Effect.Unknown(String why)
                    ? Optional.of("cannot be understood before it runs: " + why)
                    : Optional.empty());

    private static final Rule OPEN_PAGE = new Rule(
            "open-page",
            "Opens a page in the person's browser.",
            "tell the person the address",
            (effect, setting) -> effect instanceof Effect.OpensPage(String address)
                    ? Optional.of("opens `%s` in the person's browser".formatted(address))
                    : Optional.empty());

    private CodeRules() {}

    static List<Rule> all() {
        return List.of(
                OPEN_PAGE,
                RUN_FOREIGN_CODE,
                OPEN_SHELL,
                EXHAUST_MACHINE,
                READ_SECRET,
                SEND_SECRET,
                WRITE_SECRET,
                COMMAND_GUARD,
                DISARM_GUARD,
                NOT_UNDERSTOOD);
    }

    private static boolean looks(String program, String word) {
        String asked = word.toLowerCase(Locale.ROOT);
        return LOOKS.contains(asked) || program.equals("fairlead") && OWN_LOOKS.contains(asked);
    }

    private static String origin(Taint taint) {
        return switch (taint) {
            case REMOTE -> "came from another machine";
            case DECODED -> "was decoded on the way, so that nobody could read it";
            case UNREAD -> "is longer than anybody reads";
            case SECRET -> "holds secrets";
        };
    }
}
