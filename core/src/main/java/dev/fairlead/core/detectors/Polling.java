package dev.fairlead.core.detectors;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.Locale;

/// Tells calls that ask after something that runs elsewhere: repeating those is waiting, not a loop.
final class Polling {

    private Polling() {}

    /// Whether a call declares that it waits or asks after a state: a poll of the agent's own, a `sleep`, a `watch`
    /// or `--watch`, or a status command of a build service, a cluster or a process list.
    static boolean isDeclaredBy(Exchange exchange) {
        return switch (exchange.call().action()) {
            case Action.Poll _ -> true;
            case Action.Command _ -> isPoll(exchange.commandLine());
            case Action.Read _,
                    Action.Edit _,
                    Action.Write _,
                    Action.Patch _,
                    Action.Search _,
                    Action.Fetch _,
                    Action.Delegate _,
                    Action.Ask _,
                    Action.Plan _,
                    Action.Other _ -> false;
        };
    }

    private static boolean isPoll(CommandLine line) {
        for (SimpleCommand command : line.commands()) {
            if (isPoll(command)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPoll(SimpleCommand command) {
        String verb = command.operand(1).toLowerCase(Locale.ROOT);
        return switch (command.program()) {
            case "sleep", "watch", "wait", "ps", "pgrep", "jobs", "lsof", "tmux", "screen" -> true;
            case "gh" -> verb.equals("run") || verb.equals("pr") && command.has("checks") || command.has("--watch");
            case "glab" -> verb.equals("ci") || verb.equals("pipeline");
            case "kubectl" ->
                command.has("-w")
                        || command.has("--watch")
                        || verb.equals("wait")
                        || verb.equals("rollout")
                        || verb.equals("get")
                        || verb.equals("logs");
            case "docker", "podman" ->
                verb.equals("ps") || verb.equals("logs") || verb.equals("wait") || verb.equals("inspect");
            case "systemctl" -> verb.equals("status") || verb.equals("is-active");
            case "tail" -> command.has("-f") || command.has("-F");
            default -> false;
        };
    }
}
