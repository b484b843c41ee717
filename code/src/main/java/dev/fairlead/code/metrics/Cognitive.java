package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Counts how hard a function is to follow: one for each break of its flow, one more for each level that it is nested
/// in, one for each run of like operators between conditions (Campbell, *Cognitive Complexity*, 2018).
///
/// Tools that count so differ in small things; these are [Habit]s.
final class Cognitive {

    /// A way in which a tool departs from the paper.
    enum Habit {
        /// What stands in an `else` is not nested deeper than the `if`.
        ELSE_DOES_NOT_NEST,
        /// Operators in parentheses are a run of their own.
        PARENTHESES_BREAK_RUNS,
        /// Every call of itself counts, not only the first.
        EACH_RECURSION_COUNTS,
        /// Calls of itself do not count.
        NO_RECURSION_COUNTS,
        /// The `else` of a loop counts, and that of a `try`.
        ELSE_OF_LOOPS_COUNTS,
        /// A comprehension counts as a loop that nests nothing.
        COMPREHENSIONS_COUNT,
        /// A named function within belongs to the one around it.
        NAMED_FUNCTIONS_NEST,
        /// A function that only makes a function and hands it back nests nothing.
        DECORATORS_DO_NOT_NEST,
        /// A handler counts one, however deep it stands.
        CATCH_IS_FLAT
    }

    private final Vocabulary words;
    private final Set<Habit> habits;
    private final Function function;
    private final Set<Integer> leftOut;
    private int score;
    private int deepest;
    private boolean isRecursive;

    private Cognitive(Vocabulary words, Set<Habit> habits, Function function, Set<Integer> leftOut) {
        this.leftOut = leftOut;
        this.words = words;
        this.habits = habits;
        this.function = function;
    }

    /// What came of counting.
    ///
    /// @param nesting the deepest level at which anything stands
    record Count(int score, int nesting) {}

    /// @param leftOut numbers of nodes within it that are counted elsewhere
    static Count of(Function function, Vocabulary words, Set<Habit> habits, Set<Integer> leftOut) {
        Cognitive counter = new Cognitive(words, habits, function, leftOut);
        boolean isDecorator = habits.contains(Habit.DECORATORS_DO_NOT_NEST) && isDecorator(function.node());
        counter.within(function.node(), isDecorator ? -1 : 0);
        return new Count(counter.score, counter.deepest);
    }

    private void within(SyntaxNode node, int nesting) {
        node.children().forEach(each -> visit(each, nesting));
    }

    private void visit(SyntaxNode node, int nesting) {
        if (leftOut.contains(node.index())) {
            return;
        }
        Optional<Construct> what = words.of(node);
        if (what.isEmpty()) {
            within(node, nesting);
            return;
        }
        switch (what.get()) {
            case IF -> condition(node, nesting, true);
            case ELIF -> {
                score++;
                body(node, nesting);
            }
            case ELSE -> otherwise(node, nesting);
            case LOOP, SWITCH, CATCH, TERNARY -> {
                score += what.get() == Construct.CATCH && has(Habit.CATCH_IS_FLAT) ? 1 : 1 + Math.max(0, nesting);
                body(node, nesting);
            }
            case LOGIC, COMPREHENSION, JUMP, CALL -> {
                score += weight(node, what.get());
                within(node, nesting);
            }
            case LAMBDA -> within(node, nesting + 1);
            case FUNCTION -> {
                if (has(Habit.NAMED_FUNCTIONS_NEST)) {
                    within(node, nesting + 1);
                }
            }
            case TYPE, CASE, FILTER, ASSERT, THROW, PARENTHESES, PARAMETER -> within(node, nesting);
        }
    }

    /// What counts the same however deep it stands.
    private int weight(SyntaxNode node, Construct what) {
        return switch (what) {
            case LOGIC -> runsFrom(node);
            case COMPREHENSION -> has(Habit.COMPREHENSIONS_COUNT) && isFirstOfItsKind(node) ? 1 : 0;
            case JUMP -> isNamedJump(node) ? 1 : 0;
            default -> recursion(node);
        };
    }

    private boolean has(Habit habit) {
        return habits.contains(habit);
    }

    /// The parts of what nests: its condition stands where it stands, the rest a level deeper.
    private void body(SyntaxNode node, int nesting) {
        deepest = Math.max(deepest, nesting + 1);
        for (SyntaxNode each : node.children()) {
            visit(each, isBeside(each) ? nesting : nesting + 1);
        }
    }

    /// Whether a part of what nests stands at its own level: its condition, and what happens otherwise.
    private boolean isBeside(SyntaxNode part) {
        return part.field().equals("condition") || words.is(part, Construct.ELIF) || words.is(part, Construct.ELSE);
    }

    /// @param isFresh whether it is not the `if` of an `else if`, which was counted already
    private void condition(SyntaxNode node, int nesting, boolean isFresh) {
        score += isFresh ? 1 + Math.max(0, nesting) : 0;
        deepest = Math.max(deepest, nesting + 1);
        boolean isElse = false;
        for (SyntaxNode each : node.children()) {
            if (isElse && each.isNamed() && !each.isComment()) {
                alternative(each, nesting);
                isElse = false;
            } else if (each.is("else") && !each.isNamed()) {
                isElse = true;
            } else {
                visit(each, isBeside(each) ? nesting : nesting + 1);
            }
        }
    }

    /// What stands behind an `else`.
    private void alternative(SyntaxNode branch, int nesting) {
        score++;
        Optional<SyntaxNode> continued = onlyIf(branch);
        if (continued.isPresent()) {
            condition(continued.get(), nesting, false);
        } else {
            visit(branch, has(Habit.ELSE_DOES_NOT_NEST) ? nesting : nesting + 1);
        }
    }

    /// The `if` that a branch is, where it is nothing else.
    private Optional<SyntaxNode> onlyIf(SyntaxNode branch) {
        if (words.is(branch, Construct.IF)) {
            return Optional.of(branch);
        }
        return branch.is("control_structure_body") && branch.children().size() == 1
                ? onlyIf(branch.children().getFirst())
                : Optional.empty();
    }

    /// A clause of what happens otherwise: of a condition, or of something else.
    private void otherwise(SyntaxNode clause, int nesting) {
        boolean isOfCondition = clause.parent().filter(this::isConditional).isPresent();
        if (!isOfCondition && !(has(Habit.ELSE_OF_LOOPS_COUNTS) && isOfLoop(clause))) {
            within(clause, nesting);
            return;
        }
        List<SyntaxNode> parts = clause.parts();
        if (isOfCondition && parts.size() == 1) {
            alternative(parts.getFirst(), nesting);
        } else {
            score++;
            within(clause, nesting + 1);
        }
    }

    private boolean isConditional(SyntaxNode node) {
        return words.is(node, Construct.IF) || words.is(node, Construct.ELIF);
    }

    private boolean isOfLoop(SyntaxNode clause) {
        return clause.parent()
                .filter(each -> words.is(each, Construct.LOOP) || each.is("try_statement"))
                .isPresent();
    }

    private boolean isFirstOfItsKind(SyntaxNode node) {
        return node.parent()
                .flatMap(each -> each.children().stream()
                        .filter(child -> words.is(child, Construct.COMPREHENSION))
                        .findFirst())
                .filter(node::equals)
                .isPresent();
    }

    /// How many runs of like operators begin here; none where it goes on what stands around it.
    private int runsFrom(SyntaxNode node) {
        Optional<String> own = words.operator(node);
        if (own.isEmpty() || joins(node)) {
            return 0;
        }
        List<String> operators = new ArrayList<>();
        collect(node, operators);
        int runs = 0;
        for (int i = 0; i < operators.size(); i++) {
            runs += i == 0 || !operators.get(i).equals(operators.get(i - 1)) ? 1 : 0;
        }
        return runs;
    }

    /// Whether what stands around it joins conditions too.
    private boolean joins(SyntaxNode node) {
        Optional<SyntaxNode> above = node.parent();
        while (!has(Habit.PARENTHESES_BREAK_RUNS)
                && above.filter(each -> words.is(each, Construct.PARENTHESES)).isPresent()) {
            above = above.flatMap(SyntaxNode::parent);
        }
        return above.flatMap(words::operator).isPresent();
    }

    private void collect(SyntaxNode node, List<String> operators) {
        for (SyntaxNode each : node.children()) {
            if (!each.isNamed() && words.operators().contains(each.kind())) {
                words.operator(node).ifPresent(operators::add);
            } else if (words.operator(each).isPresent()
                    || !has(Habit.PARENTHESES_BREAK_RUNS) && words.is(each, Construct.PARENTHESES)) {
                descend(each, operators);
            }
        }
    }

    private void descend(SyntaxNode node, List<String> operators) {
        if (words.operator(node).isPresent()) {
            collect(node, operators);
        } else if (words.is(node, Construct.PARENTHESES)) {
            node.parts().forEach(each -> descend(each, operators));
        }
    }

    private static boolean isNamedJump(SyntaxNode jump) {
        return jump.is("goto_statement")
                || jump.is("jump_expression") && jump.child("label").isPresent()
                || !jump.is("jump_expression") && !jump.parts().isEmpty() && !jump.is("break_expression")
                || jump.is("break_expression", "continue_expression")
                        && jump.child("label").isPresent();
    }

    private int recursion(SyntaxNode call) {
        if (has(Habit.NO_RECURSION_COUNTS) || !isOfItself(call)) {
            return 0;
        }
        boolean isKnown = isRecursive;
        isRecursive = true;
        return isKnown && !has(Habit.EACH_RECURSION_COUNTS) ? 0 : 1;
    }

    private boolean isOfItself(SyntaxNode call) {
        boolean isOnOther = call.part("object")
                .or(() -> call.part("receiver"))
                .filter(each -> !each.is("this", "self"))
                .isPresent();
        Optional<SyntaxNode> called = call.part("function")
                .or(() -> call.part("name"))
                .or(() -> call.part("method"))
                .or(() -> call.child("simple_identifier"));
        return !isOnOther
                && called.filter(each -> each.text().equals(function.name())).isPresent()
                && arguments(call) == function.parameters();
    }

    private static int arguments(SyntaxNode call) {
        return call.part("arguments")
                .or(() -> call.child("argument_list", "call_suffix"))
                .map(each -> each.child("value_arguments").orElse(each).parts().size())
                .orElse(0);
    }

    /// A function in Python that holds nothing but another one and `return`s it.
    private static boolean isDecorator(SyntaxNode function) {
        List<SyntaxNode> statements = function.part("body").map(SyntaxNode::parts).orElse(List.of()).stream()
                .filter(each -> !each.text().startsWith("\""))
                .toList();
        return statements.size() == 2
                && statements.getFirst().is("function_definition", "decorated_definition")
                && statements.getLast().is("return_statement");
    }
}
