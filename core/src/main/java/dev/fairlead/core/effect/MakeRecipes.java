package dev.fairlead.core.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a Makefile or a justfile: targets, what they need, and the lines below them, each of which a shell of its own
/// runs.
///
/// Both branches of a condition are read, and pattern rules are targets like any other.
///
/// @param recipes in order; those that run whatever is asked for have no name
/// @param first the target that is meant where none is named
record MakeRecipes(List<Recipe> recipes, String first) {

    MakeRecipes {
        recipes = List.copyOf(recipes);
    }

    static MakeRecipes ofMake(String text) {
        return ofMake(text, Map.of());
    }

    /// @param given what variables are set to on the command line
    static MakeRecipes ofMake(String text, Map<String, String> given) {
        MakeReader reader = new MakeReader(true, given);
        text.replace("\\\n", " ").lines().forEach(reader::line);
        return new MakeRecipes(reader.recipes(), reader.first());
    }

    static MakeRecipes ofJust(String text) {
        MakeReader reader = new MakeReader(false, Map.of());
        text.replace("\\\n", " ").lines().forEach(reader::line);
        return new MakeRecipes(reader.recipes(), reader.first());
    }

    /// The commands of some targets and of all that these need, in the order in which they run.
    List<String> commands(List<String> targets) {
        List<String> commands = new ArrayList<>();
        Set<String> done = new HashSet<>();
        collect("", commands, done);
        for (String target : targets.isEmpty() ? List.of(first) : targets) {
            collect(target, commands, done);
        }
        return commands;
    }

    private void collect(String target, List<String> commands, Set<String> done) {
        if (done.size() >= Recipe.MOST || !done.add(target)) {
            return;
        }
        for (Recipe recipe : recipes) {
            if (recipe.name().equals(target)) {
                recipe.before().forEach(needed -> collect(needed, commands, done));
                if (commands.size() < Recipe.MOST && !recipe.command().isBlank()) {
                    commands.add(recipe.command());
                }
            }
        }
    }
}
