package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Flags comments and annotations that silence a whole checker.
final class CheckDisabled implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "check-disabled",
            Dimension.HYGIENE,
            Severity.LOW,
            1127,
            "a checker is silenced without saying which of its rules, or for a whole file",
            "rules that are silenced by name; settings in configuration files",
            "mend what the checker says, or silence the one rule by its name and say why");

    private static final Pattern BARE = Pattern.compile("(?i)^\\W{0,6}("
            + "noqa|type:\\s*ignore|nosec|#nosec|pylint:\\s*(disable=all|skip-file)|(flake8|ruff|mypy):\\s*(noqa|ignore-errors)"
            + "|eslint-disable(-next-line|-line)?|@ts-nocheck|@ts-ignore|tslint:disable|biome-ignore-all|nosonar|nopmd|checkstyle:off|nolint(:all)?|rubocop:disable"
            + " all|shellcheck disable=all|phpcs:disable|@phpstan-ignore-file|pragma:? no ?lint)\\W{0,4}$");
    private static final Pattern ANNOTATION = Pattern.compile(
            "^@Suppress(Warnings)?\\(\\s*\\{?\\s*\"all\"\\s*}?\\s*\\)$|^#!?\\[allow\\((warnings|clippy::all)\\)]$");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        SyntaxNode root = source.tree().root();
        Stream<SyntaxNode> comments = root.all()
                .filter(each ->
                        each.isComment() && BARE.matcher(each.text().strip()).find());
        Stream<SyntaxNode> annotations = root.all("annotation", "attribute_item", "inner_attribute_item")
                .filter(each -> ANNOTATION.matcher(each.text()).find());
        return Stream.concat(comments, annotations)
                .map(each -> Place.remark(CARD, source, each, "silences a checker altogether: `%s`"))
                .toList();
    }
}
