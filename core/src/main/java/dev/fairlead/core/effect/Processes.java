package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import dev.fairlead.core.effect.Options.Spec;
import java.util.HashMap;
import java.util.Map;

/// Programs that end other programs.
final class Processes {

    private Processes() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        programs.put("kill", Processes::kill);
        programs.put("pkill", Processes::byName);
        programs.put("killall", Processes::byName);
        programs.put("killall5", Processes::all);
        programs.put("taskkill", Processes::byName);
        programs.put("fuser", it -> it.has("-k") ? byName(it) : Flow.UNKNOWN);
        programs.put("xkill", Processes::byName);
        return programs;
    }

    private static Flow kill(Invocation it) {
        if (it.has("-l") || it.has("-L") || it.has("-0")) {
            return Flow.UNKNOWN;
        }
        // A first number with a hyphen is a signal, a later one a group of programs, and -1 behind a signal is
        // everything.
        boolean isAll = false;
        boolean hasSignal = false;
        for (Argument argument : it.arguments()) {
            String text = argument.text();
            isAll |= text.equals("-1") && hasSignal;
            hasSignal |= text.startsWith("-");
        }
        it.effect(new Effect.KillsProcesses(it.line(), isAll));
        return Flow.UNKNOWN;
    }

    private static Flow byName(Invocation it) {
        Options options =
                it.options(Spec.of("signal|s= u|user|euid= f|full x|exact g= P= t= n o e v i q r l help version"));
        if (!options.isHelp()) {
            boolean isWide = options.has("u") && options.operands().isEmpty()
                    || options.operand(0).equals(".");
            it.effect(new Effect.KillsProcesses(it.line(), isWide));
        }
        return Flow.UNKNOWN;
    }

    private static Flow all(Invocation it) {
        it.effect(new Effect.KillsProcesses(it.line(), true));
        return Flow.UNKNOWN;
    }
}
