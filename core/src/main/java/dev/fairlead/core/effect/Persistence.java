package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Effect.Foothold;
import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Programs that make something run later, or for good, or change who may log in.
final class Persistence {

    private static final Set<String> ENDS = Set.of("stop", "disable", "mask", "kill", "isolate", "reset-failed");
    private static final Set<String> STARTS = Set.of("enable", "link", "edit", "set-property", "preset", "revert");
    private static final Set<String> POWER =
            Set.of("poweroff", "reboot", "halt", "suspend", "hibernate", "rescue", "emergency");
    private static final List<String> ACCOUNTS = List.of(
            "useradd",
            "adduser",
            "userdel",
            "deluser",
            "usermod",
            "groupadd",
            "groupmod",
            "groupdel",
            "passwd",
            "chpasswd",
            "visudo",
            "vipw",
            "gpasswd",
            "chsh");
    private static final List<String> FIREWALLS =
            List.of("iptables", "ip6tables", "nft", "ufw", "firewall-cmd", "setenforce", "csrutil", "spctl");

    private Persistence() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        programs.put("crontab", Persistence::crontab);
        programs.put("at", Persistence::later);
        programs.put("batch", Persistence::later);
        programs.put("systemctl", Persistence::systemctl);
        programs.put("service", it -> Set.of("stop", "restart").contains(it.argument(1)) ? halts(it) : Flow.UNKNOWN);
        programs.put("launchctl", Persistence::launchctl);
        ACCOUNTS.forEach(name -> programs.put(name, it -> plants(it, Foothold.LOGIN)));
        FIREWALLS.forEach(name -> programs.put(name, Persistence::firewall));
        programs.put("update-rc.d", it -> plants(it, Foothold.SERVICE));
        programs.put("chkconfig", it -> plants(it, Foothold.SERVICE));
        programs.put("schtasks", it -> it.has("/create") ? plants(it, Foothold.SCHEDULE) : Flow.UNKNOWN);
        programs.put("sysctl", it -> it.has("-w") ? plants(it, Foothold.SYSTEM_SETTING) : Flow.UNKNOWN);
        for (String name : List.of("shutdown", "reboot", "poweroff", "halt", "init", "telinit")) {
            programs.put(name, it -> it.has("--help") || it.has("-c") ? Flow.UNKNOWN : halts(it));
        }
        return programs;
    }

    private static Flow plants(Invocation it, Foothold kind) {
        if (!it.has("--help") && !it.has("--version") && !it.has("--status") && !it.has("-S")) {
            it.effect(new Effect.Plants(kind, it.line(), it.input().text().orElse("")));
        }
        return Flow.UNKNOWN;
    }

    private static Flow halts(Invocation it) {
        it.effect(new Effect.Halts(it.line()));
        return Flow.UNKNOWN;
    }

    private static Flow crontab(Invocation it) {
        Options options = it.options(Spec.of("u= l e r i T V"));
        if (options.has("l", "T", "V")) {
            return Flow.UNKNOWN;
        }
        it.effect(new Effect.Plants(
                Foothold.SCHEDULE, it.line(), it.input().text().orElse("")));
        Flow table = options.operands().isEmpty() || options.operand(0).equals("-")
                ? it.input()
                : it.shell().read(options.operands().getFirst());
        table.text().ifPresent(text -> text.lines().limit(256).forEach(line -> scheduled(it, line)));
        return Flow.UNKNOWN;
    }

    /// Five times, or one word with an at sign, and then the command.
    private static void scheduled(Invocation it, String line) {
        String[] words = line.strip().split("\\s+", line.strip().startsWith("@") ? 2 : 6);
        boolean isTimed = words.length == 6
                && words[0].chars().noneMatch(Character::isLetter)
                && words[1].chars().noneMatch(Character::isLetter);
        if (isTimed || line.strip().startsWith("@") && words.length == 2) {
            Scripts.code(it.shell().bare(), Argument.of(words[words.length - 1]), "cron", Flow.UNKNOWN);
        }
    }

    private static Flow later(Invocation it) {
        it.effect(new Effect.Plants(
                Foothold.SCHEDULE, it.line(), it.input().text().orElse("")));
        return Scripts.execute(it.shell().started(), it.input(), it.program(), Flow.UNKNOWN);
    }

    private static Flow systemctl(Invocation it) {
        Options options =
                it.options(Spec.of("user system now H|host= M= t|type= no-pager q|quiet f|force root= state= a|all"));
        String verb = options.operand(0);
        if (POWER.contains(verb) || ENDS.contains(verb)) {
            return halts(it);
        }
        if (STARTS.contains(verb)) {
            it.effect(new Effect.Plants(Foothold.SERVICE, it.line(), ""));
        }
        return Flow.UNKNOWN;
    }

    private static Flow launchctl(Invocation it) {
        return switch (it.argument(0)) {
            case "load", "bootstrap", "enable", "submit", "kickstart" -> plants(it, Foothold.SERVICE);
            case "unload", "bootout", "disable", "remove", "kill", "stop" -> halts(it);
            default -> Flow.UNKNOWN;
        };
    }

    private static Flow firewall(Invocation it) {
        Optional<String> change = it.arguments().stream()
                .map(Argument::text)
                .filter(word -> Set.of(
                                "-F",
                                "--flush",
                                "-X",
                                "-P",
                                "-D",
                                "disable",
                                "reset",
                                "flush",
                                "delete",
                                "0",
                                "--master-disable")
                        .contains(word))
                .findFirst();
        change.ifPresent(word -> it.effect(new Effect.Plants(Foothold.SYSTEM_SETTING, it.line(), "")));
        return Flow.UNKNOWN;
    }
}
