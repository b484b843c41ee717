package dev.fairlead.core.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Kinds of files that hold commands for other programs to run, told by their names as those programs' manuals do.
///
/// Of a file that is changed in part, only what is put in may be known: what stands there is read as if it were all.
enum RecipeFile {
    /// What `make` runs.
    MAKE,
    /// What `just` runs.
    JUST,
    /// What `task` runs.
    TASKS,
    /// What a package manager runs.
    SCRIPTS,
    /// What runs on another machine once it is pushed.
    PIPELINE,
    /// What a manager of hooks runs whenever something is committed.
    HOOKS,
    /// What a coding agent runs by itself.
    AGENT;

    private static final Set<String> PIPELINES = Set.of(
            ".gitlab-ci.yml",
            ".travis.yml",
            ".drone.yml",
            ".woodpecker.yml",
            "azure-pipelines.yml",
            "bitbucket-pipelines.yml",
            "Jenkinsfile");
    private static final Set<String> FOLDERS =
            Set.of("/.github/workflows/", "/.github/actions/", "/.circleci/", "/.buildkite/", "/.woodpecker/");
    private static final Set<String> TASK_KEYS = Set.of("cmds", "cmd");
    private static final Set<String> HOOK_KEYS = Set.of("entry", "run");
    private static final Set<String> PIPELINE_KEYS =
            Set.of("run", "script", "before_script", "after_script", "command", "commands", "bash");

    /// The kind of a file; empty where it is none of these.
    static Optional<RecipeFile> of(String written) {
        String path = Paths.isAbsolute(written) ? written : "/" + written;
        String name = Paths.name(path);
        return switch (name) {
            case "Makefile", "makefile", "GNUmakefile" -> Optional.of(MAKE);
            case "justfile", "Justfile", ".justfile" -> Optional.of(JUST);
            case "Taskfile.yml", "Taskfile.yaml" -> Optional.of(TASKS);
            case "package.json", "composer.json", "deno.json" -> Optional.of(SCRIPTS);
            case ".pre-commit-config.yaml", "lefthook.yml", ".lefthook.yml" -> Optional.of(HOOKS);
            default -> ofPath(path, name);
        };
    }

    private static Optional<RecipeFile> ofPath(String path, String name) {
        if (name.endsWith(".mk")) {
            return Optional.of(MAKE);
        }
        boolean isYaml = name.endsWith(".yml") || name.endsWith(".yaml");
        boolean isPipeline = PIPELINES.contains(name)
                || isYaml && FOLDERS.stream().anyMatch(path::contains)
                || isYaml && name.startsWith("cloudbuild");
        if (isPipeline) {
            return Optional.of(PIPELINE);
        }
        boolean isSetting = name.endsWith(".json") || name.endsWith(".toml");
        return isSetting && Sensitive.isAgentSetting(path, name) ? Optional.of(AGENT) : Optional.empty();
    }

    /// Whether what stands in it runs only when somebody asks for it, and by whom; empty where it runs by itself.
    boolean isAskedFor() {
        return switch (this) {
            case MAKE, JUST, TASKS, SCRIPTS -> true;
            case PIPELINE, HOOKS, AGENT -> false;
        };
    }

    /// The commands in it.
    List<Recipe> read(String text) {
        return switch (this) {
            case MAKE -> MakeRecipes.ofMake(text).recipes();
            case JUST -> MakeRecipes.ofJust(text).recipes();
            case TASKS -> unnamed(YamlCommands.of(text, TASK_KEYS));
            case SCRIPTS -> JsonScripts.ofPackage(text);
            case HOOKS -> unnamed(YamlCommands.of(text, HOOK_KEYS));
            case AGENT -> unnamed(JsonScripts.ofAgent(text));
            case PIPELINE -> {
                List<String> commands = new ArrayList<>(YamlCommands.of(text, PIPELINE_KEYS));
                for (String step : List.of("sh ", "sh(", "bat ")) {
                    commands.addAll(Inline.quotedAfter(text, step));
                }
                yield unnamed(commands);
            }
        };
    }

    private static List<Recipe> unnamed(List<String> commands) {
        return commands.stream()
                .limit(Recipe.MOST)
                .map(command -> Recipe.of("", command))
                .toList();
    }
}
