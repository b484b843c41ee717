package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Flags a query that is put together from parts and handed to a database.
final class SqlInjection implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "sql-injection",
            Dimension.SECURITY,
            Severity.HIGH,
            89,
            "a query in SQL is put together out of text and values, and run",
            "values that pass through other functions on their way; query builders",
            "hand the values over as parameters of the query");

    private static final Pattern QUERY = Pattern.compile(
            "(?i)^[\\s(\u0001]*(select\\b.{1,400}\\bfrom\\b|insert\\s+into\\b|update\\b.{1,200}\\bset\\b|delete\\s+from\\b)",
            Pattern.DOTALL);
    /// Names of tables and columns cannot be parameters, so nobody is told to make them such.
    private static final Pattern NAMES_ONLY = Pattern.compile(
            "(?is)[^\u0001]*(\\b(from|into|update|join|table|distinct|by|select)\\s+[\"`]?\u0001[^\u0001]*)+");
    private static final Set<String> RUNS = Set.of(
            "execute",
            "executemany",
            "executescript",
            "executeQuery",
            "executeUpdate",
            "query",
            "queryForObject",
            "queryForList",
            "raw",
            "exec",
            "Exec",
            "ExecContext",
            "Query",
            "QueryContext",
            "QueryRow",
            "QueryRowContext",
            "prepareStatement",
            "prepare",
            "Prepare",
            "createQuery",
            "createNativeQuery",
            "createStatement",
            "rawQuery",
            "run",
            "all",
            "unsafe",
            "text",
            "find_by_sql",
            "mysqli_query",
            "pg_query",
            "ExecuteSqlRaw",
            "FromSqlRaw");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        return source.calls().stream()
                .filter(each -> RUNS.contains(each.name()))
                .filter(each -> each.arguments().stream().limit(2).anyMatch(SqlInjection::isBuiltQuery))
                .map(each ->
                        Place.remark(CARD, source, each.node(), "runs a query that is put together from values: `%s`"))
                .toList();
    }

    private static boolean isBuiltQuery(SyntaxNode argument) {
        if (!Text.isBuilt(argument)) {
            return false;
        }
        String shape = Text.shape(argument);
        return QUERY.matcher(shape).find() && !NAMES_ONLY.matcher(shape).matches();
    }
}
