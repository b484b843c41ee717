package dev.fairlead.core.effect;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.shell.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a call would do, as far as that can be told before it runs.
///
/// @param effects in the order in which they were met, none twice
/// @param shown what is known of what it prints, for whoever reads that
/// @param traces what it leaves in files, and what was left there before it
public record Effects(List<Effect> effects, Set<Taint> shown, Traces traces) {

    /// The most effects that are kept of one command line; a line with more has its share of bad ones among them.
    public static final int MOST = 512;

    private static final int BRIEF = 200;

    /// Nothing at all.
    public static final Effects NONE = new Effects(List.of(), Set.of(), Traces.NONE);

    public Effects {
        effects = List.copyOf(effects);
        shown = shown.isEmpty() ? Set.of() : Set.copyOf(shown);
    }

    /// The effects of a command line in a place. A line that is not understood has one: that it is unknown.
    public static Effects of(String command, Place place) {
        return of(command, place, Traces.NONE);
    }

    /// The effects of any tool call in a place, after what the session has written before.
    public static Effects of(Action action, Place place, Traces before) {
        return switch (action) {
            case Action.Command command -> of(command.line(), place, before);
            case Action.Write _, Action.Edit _, Action.Patch _ -> Changing.of(action, place, before);
            case Action.Read read -> Changing.of(read, place, before);
            case Action.Fetch fetch -> new Effects(List.of(new Effect.Fetches(fetch.target())), Set.of(), before);
            case Action.Search _, Action.Delegate _, Action.Poll _, Action.Ask _, Action.Plan _, Action.Other _ ->
                new Effects(List.of(), Set.of(), before);
        };
    }

    private static Effects of(String command, Place place, Traces before) {
        return switch (Script.read(command)) {
            case Script.Reading.Understood understood -> of(understood.script(), place, before);
            case Script.Reading.NotUnderstood fault ->
                new Effects(List.of(new Effect.Unknown(fault.reason())), Set.of(), before);
        };
    }

    private static Effects of(Script script, Place place, Traces before) {
        List<Effect> effects = new ArrayList<>();
        Files files = new Files(before);
        Flow shown = new Shell(place, effects, files).run(script, Flow.UNKNOWN);
        return new Effects(effects, shown.taints(), files.after(place));
    }

    /// The first of them, as many as take no more than so many characters together; of a text that is written only the
    /// beginning.
    public Effects within(int characters) {
        if (effects.isEmpty()) {
            return this;
        }
        List<Effect> kept = new ArrayList<>();
        int length = 0;
        for (Effect effect : effects) {
            Effect brief = brief(effect);
            length += length(brief);
            if (length > characters) {
                break;
            }
            kept.add(brief);
        }
        return new Effects(kept, shown, traces);
    }

    private static int length(Effect effect) {
        return effect instanceof Effect.Overwrites(Target target, boolean isAppended, String text)
                ? 2 * target.best().length() + text.length()
                : effect.toString().length();
    }

    private static Effect brief(Effect effect) {
        return switch (effect) {
            case Effect.Overwrites(Target target, boolean isAppended, String text) ->
                new Effect.Overwrites(target, isAppended, cut(text));
            case Effect.Plants(Effect.Foothold kind, String where, String text) ->
                new Effect.Plants(kind, where, cut(text));
            case Effect other -> other;
        };
    }

    private static String cut(String text) {
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF);
    }
}
