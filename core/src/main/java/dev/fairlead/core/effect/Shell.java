package dev.fairlead.core.effect;

import dev.fairlead.core.shell.Command;
import dev.fairlead.core.shell.Part;
import dev.fairlead.core.shell.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runs a script in thought: keeps what a shell would know of variables, functions and files, and notes each effect.
///
/// Where two ways are possible, both are walked, one after the other. Nothing is asked of the machine.
final class Shell {

    /// How deep wrappers, functions and scripts within scripts are followed.
    static final int DEEPEST = 20;

    /// The most commands that are run in thought for one script.
    static final int MOST_STEPS = 20_000;

    /// How often a loop over known words is walked; what comes after is walked once more with an unknown word.
    private static final int MOST_ROUNDS = 16;

    private final Place place;
    private final List<Effect> effects;
    private final int[] steps;
    private final int depth;
    private final Variables variables;
    private final Files files;
    private final Map<String, Command> functions;
    private final Map<String, String> aliases;
    private final Map<String, Stream> descriptors;
    private final List<String> calls;
    private final Expander expander;
    private final Redirector redirector;

    /// A shell in which nothing has happened yet.
    Shell(Place place, List<Effect> effects, Files files) {
        this(place, effects, files, new int[1], 0);
    }

    private Shell(Place place, List<Effect> effects, Files files, int[] steps, int depth) {
        this(place, effects, steps, depth, new Variables(place), files, Map.of(), Map.of(), Map.of(), List.of());
    }

    private Shell(
            Place place,
            List<Effect> effects,
            int[] steps,
            int depth,
            Variables variables,
            Files files,
            Map<String, Command> functions,
            Map<String, String> aliases,
            Map<String, Stream> descriptors,
            List<String> calls) {
        this.place = place;
        this.effects = effects;
        this.steps = steps;
        this.depth = depth;
        this.variables = variables;
        this.files = files;
        this.functions = new HashMap<>(functions);
        this.aliases = new HashMap<>(aliases);
        this.descriptors = new HashMap<>(descriptors);
        this.calls = List.copyOf(calls);
        this.expander = new Expander(this);
        this.redirector = new Redirector(this);
    }

    /// A shell of its own, that begins with what this one knows.
    Shell copy() {
        return new Shell(
                place, effects, steps, depth + 1, variables.copy(), files, functions, aliases, descriptors, calls);
    }

    /// A shell that runs a function or script: it shares the variables and is one level deeper.
    private Shell calling(String name) {
        List<String> deeper = new ArrayList<>(calls);
        deeper.add(name);
        return new Shell(place, effects, steps, depth + 1, variables, files, functions, aliases, descriptors, deeper);
    }

    /// A shell that is started as a program: it has the exported variables and the open descriptors, nothing else.
    Shell started() {
        return new Shell(
                place, effects, steps, depth + 1, variables.inherited(), files, Map.of(), Map.of(), descriptors, calls);
    }

    /// A shell in which no variable is set.
    Shell bare() {
        return new Shell(
                place, effects, steps, depth + 1, new Variables(place), files, functions, aliases, descriptors, calls);
    }

    /// What a script would do on another machine, which has nothing of what this one knows.
    List<Effect> elsewhere(String script) {
        List<Effect> there = new ArrayList<>();
        new Shell(place, there, new Files(Traces.NONE), steps, depth + 1).runText(script, Flow.UNKNOWN);
        return there;
    }

    Place place() {
        return place;
    }

    Variables variables() {
        return variables;
    }

    Files files() {
        return files;
    }

    Map<String, String> aliases() {
        return aliases;
    }

    Map<String, Command> functions() {
        return functions;
    }

    Map<String, Stream> descriptors() {
        return descriptors;
    }

    Expander expander() {
        return expander;
    }

    /// Where the shell stands; empty where that is not known.
    String directory() {
        return variables.directory();
    }

    void effect(Effect effect) {
        if (effects.size() < Effects.MOST && !effects.contains(effect)) {
            effects.add(effect);
        }
    }

    Target target(Argument argument) {
        return Target.of(argument, directory(), place);
    }

    /// What a file holds that is read; a file of secrets is an effect.
    Flow read(Argument file) {
        return FileTraffic.read(this, file);
    }

    /// What a file holds that is printed.
    Flow show(Argument file) {
        files.show(files.followed(target(file).best()));
        return read(file);
    }

    /// Writes a file; what it makes run later is an effect too.
    void write(Target target, Flow flow, boolean isAppended) {
        FileTraffic.write(this, target, flow, isAppended);
    }

    /// The name of the pipe that a process substitution is put in place of.
    Argument pipeName(Part.Pipe pipe) {
        if (!pipe.isInput()) {
            copy().run(pipe.script(), Flow.UNKNOWN);
            return Argument.of("/dev/stdout");
        }
        Flow output = copy().run(pipe.script(), Flow.UNKNOWN);
        String number = String.valueOf(60 + descriptors.size());
        descriptors.put(number, new Stream.Source(output));
        return new Argument("/dev/fd/" + number, true, false, Set.of());
    }

    /// Whether it may go on; where not, that is an effect of its own, so that nobody takes silence for safety.
    private boolean maySpend() {
        if (++steps[0] <= MOST_STEPS && depth <= DEEPEST) {
            return true;
        }
        effect(new Effect.Unknown(
                depth > DEEPEST ? "wrapped deeper than %d levels".formatted(DEEPEST) : "more steps than are followed"));
        return false;
    }

    Flow run(Script script, Flow input) {
        Flow output = Flow.EMPTY;
        for (Script.Statement statement : script.statements()) {
            Shell shell = statement.isBackground() ? copy() : this;
            output = output.then(shell.run(statement.command(), input));
        }
        return output;
    }

    /// Runs text as a script.
    Flow runText(String text, Flow input) {
        return switch (Script.read(text)) {
            case Script.Reading.Understood understood -> calling("").run(understood.script(), input);
            case Script.Reading.NotUnderstood fault -> {
                effect(new Effect.Unknown("a script that is not understood: " + fault.reason()));
                yield Flow.UNKNOWN;
            }
        };
    }

    private Flow run(Command command, Flow input) {
        if (!maySpend()) {
            return Flow.UNKNOWN;
        }
        return switch (command) {
            case Command.Simple simple -> simple(simple, input);
            case Command.Pipeline pipeline -> pipeline(pipeline, input);
            case Command.Chain chain -> all(chain.commands(), input);
            case Command.Redirected redirected ->
                redirector.run(redirected.redirections(), input, it -> run(redirected.command(), it));
            case Command.Subshell subshell -> copy().run(subshell.body(), input);
            case Command.Group group -> run(group.body(), input);
            case Command.If choice -> choice(choice, input);
            case Command.While loop -> loop(loop, input);
            case Command.For loop -> each(loop, input);
            case Command.Count loop -> {
                Loops.endless(loop).ifPresent(this::effect);
                yield run(loop.body(), input);
            }
            case Command.Case cases -> cases(cases, input);
            case Command.Function function -> {
                functions.put(function.name(), function.body());
                Loops.bomb(function, functions).ifPresent(bomb -> aliases.put(function.name(), Loops.BOMB));
                yield Flow.EMPTY;
            }
            case Command.Test test -> {
                test.words().forEach(expander::one);
                yield Flow.EMPTY;
            }
            case Command.Calculation calculation -> {
                expander.parts(calculation.parts());
                yield Flow.EMPTY;
            }
            case Command.Coprocess beside -> copy().run(beside.command(), Flow.UNKNOWN);
        };
    }

    private Flow all(List<Command> commands, Flow input) {
        Flow output = Flow.EMPTY;
        for (Command command : commands) {
            output = output.then(run(command, input));
        }
        return output;
    }

    private Flow pipeline(Command.Pipeline pipeline, Flow input) {
        Flow flow = input;
        for (int i = 0; i < pipeline.stages().size(); i++) {
            // The last one may run in the shell itself, where an option says so: what it sets is kept to be safe.
            boolean isLast = i == pipeline.stages().size() - 1 && variables.keepsLastStage();
            flow = (isLast ? this : copy()).run(pipeline.stages().get(i), flow);
        }
        return flow;
    }

    private Flow choice(Command.If choice, Flow input) {
        Flow output = Flow.EMPTY;
        for (int i = 0; i < choice.conditions().size(); i++) {
            run(choice.conditions().get(i), input);
            output = output.then(run(choice.branches().get(i), input));
        }
        if (choice.otherwise().isPresent()) {
            output = output.then(run(choice.otherwise().get(), input));
        }
        return output;
    }

    private Flow loop(Command.While loop, Flow input) {
        Loops.endless(loop).ifPresent(this::effect);
        run(loop.condition(), input);
        return run(loop.body(), input);
    }

    private Flow each(Command.For loop, Flow input) {
        List<Argument> items = loop.words().map(expander::all).orElseGet(() -> variables.get("@"));
        Flow output = Flow.EMPTY;
        int rounds = Math.min(items.size(), MOST_ROUNDS);
        for (Argument item : items.subList(0, rounds)) {
            variables.set(loop.name(), List.of(item));
            output = output.then(run(loop.body(), input));
        }
        if (rounds < items.size()) {
            variables.set(loop.name(), List.of(Argument.unknown("$" + loop.name())));
            output = output.then(run(loop.body(), input));
        }
        return output;
    }

    private Flow cases(Command.Case cases, Flow input) {
        expander.one(cases.subject());
        Flow output = Flow.EMPTY;
        for (Command.Arm arm : cases.arms()) {
            output = output.then(run(arm.body(), input));
        }
        return output;
    }

    private Flow simple(Command.Simple simple, Flow input) {
        List<Argument> words = expander.all(simple.words());
        if (words.isEmpty()) {
            simple.assignments().forEach(expander::assign);
            return redirector.run(simple.redirections(), input, it -> Flow.EMPTY);
        }
        boolean declares = Builtins.declares(words.getFirst().text());
        Variables before = declares || simple.assignments().isEmpty() ? variables : variables.copy();
        if (declares) {
            boolean isLocal = words.getFirst().is("local") && !calls.isEmpty();
            simple.assignments().stream().filter(each -> isLocal).forEach(each -> variables.own(each.name()));
            expander.declare(simple.assignments()).forEach(name -> words.add(Argument.of(name)));
        } else {
            simple.assignments().forEach(expander::assignExported);
        }
        if (words.getFirst().is("exec")
                && words.stream().skip(1).allMatch(word -> word.text().startsWith("-"))) {
            return redirector.keep(simple.redirections());
        }
        Flow output = redirector.run(simple.redirections(), input, it -> run(words, it));
        if (before != variables) {
            variables.restore(simple.assignments(), before);
        }
        return output;
    }

    /// Runs words as a command.
    Flow run(List<Argument> words, Flow input) {
        if (words.isEmpty() || !maySpend()) {
            return Flow.EMPTY;
        }
        String name = words.getFirst().text();
        String alias = aliases.isEmpty() ? "" : aliases.getOrDefault(name, hashed(name));
        if (!alias.isEmpty() && words.getFirst().isKnown() && !calls.contains(name)) {
            return calling(name).runAlias(alias, words, input);
        }
        Command function = functions.get(name);
        if (function != null) {
            return call(name, function, words, input);
        }
        if (!words.getFirst().isKnown()) {
            return unknownProgram(words, input);
        }
        Invocation invocation = new Invocation(ProgramNames.of(name), words.subList(1, words.size()), input, this);
        if (name.indexOf('/') >= 0 && !ProgramNames.isUsual(name)) {
            return Scripts.runFile(invocation, words.getFirst());
        }
        Command last = functions.get("command_not_found_handle");
        if (last != null && !Catalogue.knows(invocation.program())) {
            return call("command_not_found_handle", last, words, input);
        }
        return Catalogue.run(invocation);
    }

    /// Where a program was told to be, unless the shell itself has a command of that name, or has forgotten.
    private String hashed(String name) {
        boolean isOwn = Builtins.programs().containsKey(name) && !aliases.containsKey(Builtins.DISABLED + name);
        boolean isForgotten = isOwn || variables.isSet("PATH");
        return isForgotten ? "" : aliases.getOrDefault(Builtins.HASHED + name, "");
    }

    private Flow call(String name, Command function, List<Argument> words, Flow input) {
        if (calls.contains(name)) {
            return Flow.UNKNOWN;
        }
        Shell shell = calling(name);
        Variables before = variables.copy();
        Set<String> own = variables.disown();
        variables.set("@", words.subList(1, words.size()));
        Flow output = shell.run(function, input);
        variables.disown().forEach(local -> variables.restore(local, before));
        own.forEach(variables::own);
        variables.restore("@", before);
        functions.putAll(shell.functions);
        return output;
    }

    private Flow runAlias(String alias, List<Argument> words, Flow input) {
        if (alias.equals(Loops.BOMB)) {
            effect(new Effect.Exhausts("a function that starts itself again and again"));
            return Flow.EMPTY;
        }
        StringBuilder text = new StringBuilder(alias);
        words.subList(1, words.size()).forEach(word -> text.append(' ').append(Quoting.quoted(word)));
        return runText(text.toString(), input);
    }

    /// A program that only a running shell could tell: what it is given still says what it might do.
    private Flow unknownProgram(List<Argument> words, Flow input) {
        if (words.getFirst().taints().contains(Taint.REMOTE)
                || words.getFirst().taints().contains(Taint.DECODED)) {
            effect(new Effect.RunsForeignCode(Taint.REMOTE, "the shell"));
        }
        effect(new Effect.Unknown("the program is not known before it runs"));
        return Flow.UNKNOWN.tainted(input.taints());
    }
}
