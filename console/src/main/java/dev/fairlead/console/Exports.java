package dev.fairlead.console;

import dev.fairlead.store.AuditStore.Deed;
import dev.fairlead.store.Filter;
import dev.fairlead.store.GateDecision;
import dev.fairlead.store.Intervention;
import dev.fairlead.store.Label;
import dev.fairlead.store.Page;
import dev.fairlead.store.StoredFinding;
import dev.fairlead.wire.HookPayload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lists as files, for programs and spreadsheets.
final class Exports {

    /// The most rows of one file.
    static final int MOST = 50_000;

    static final Function<StoredFinding, Map<String, String>> FINDING = each -> row(
            "at", When.exact(each.at()),
            "session", each.session().value(),
            "channel", each.channel().code(),
            "step", Long.toString(each.sequence()),
            "agent", each.agent(),
            "repository", each.repository().orElse(""),
            "class", each.finding().misbehaviour().code(),
            "detector", each.finding().detector(),
            "severity", each.finding().severity().code(),
            "confidence", Double.toString(each.finding().confidence()),
            "claim", each.finding().claim(),
            "remedy", each.finding().remedy(),
            "evidence",
                    each.finding().evidence().stream()
                            .map(evidence -> Long.toString(evidence.sequence()))
                            .collect(Collectors.joining(" ")));

    static final Function<Label, Map<String, String>> LABEL = each -> row(
            "at", When.exact(each.at()),
            "person", each.person(),
            "verdict", FindingCard.code(each.verdict()),
            "why", each.why(),
            "detector", each.detector(),
            "class", each.misbehaviour(),
            "agent", each.agent(),
            "session", each.session().value(),
            "channel", each.channel().code(),
            "step", Long.toString(each.sequence()),
            "ordinal", Integer.toString(each.ordinal()));

    static final Function<Deed, Map<String, String>> DEED = each -> row(
            "at", When.exact(each.at()),
            "who", each.who(),
            "what", each.what(),
            "subject", each.subject(),
            "why", each.why(),
            "detail", each.detail());

    static final Function<GateDecision, Map<String, String>> DECISION = each -> row(
            "at", When.exact(each.at()),
            "session", each.session().value(),
            "call", each.call().value(),
            "tool", each.tool(),
            "answer", FindingCard.code(each.answer()),
            "rules", String.join(" ", each.rules()),
            "reason", each.reason(),
            "policy", each.policy());

    static final Function<Intervention, Map<String, String>> INTERVENTION = each -> row(
            "at", When.exact(each.decidedAt()),
            "id", each.id(),
            "session", each.session().value(),
            "agent", each.agent(),
            "class", each.misbehaviour().code(),
            "detector", each.detector(),
            "rung", each.rung(),
            "state", FindingCard.code(each.state()),
            "outcome", FindingCard.code(each.outcome()),
            "step", Long.toString(each.about()),
            "text", each.text());

    private Exports() {}

    private static Map<String, String> row(String... parts) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            row.put(parts[i], parts[i + 1]);
        }
        return row;
    }

    /// A list as a file of the format that is asked for.
    static <T> Answered of(
            Asked asked,
            String name,
            Search search,
            Function<Filter, Page<T>> pages,
            Function<T, Map<String, String>> columns) {
        List<Map<String, String>> rows =
                all(search.filter(), pages).stream().map(columns).toList();
        return asked.part("format").orElse("jsonl").equals("csv")
                ? new Answered.Download("fairlead-" + name + ".csv", "text/csv; charset=utf-8", csv(rows))
                : new Answered.Download("fairlead-" + name + ".jsonl", "application/jsonl; charset=utf-8", jsonl(rows));
    }

    /// Everything that a filter lets through, up to [#MOST].
    static <T> List<T> all(Filter filter, Function<Filter, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        Filter next = filter.limit(Filter.MOST);
        while (all.size() < MOST) {
            Page<T> page = pages.apply(next);
            all.addAll(page.items());
            Optional<String> cursor = page.next();
            if (cursor.isEmpty()) {
                return all;
            }
            next = next.after(cursor.get());
        }
        return all.subList(0, MOST);
    }

    private static String jsonl(List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder();
        for (Map<String, String> row : rows) {
            text.append(HookPayload.json(json -> row.forEach(json::text))).append('\n');
        }
        return text.toString();
    }

    private static String csv(List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder();
        if (!rows.isEmpty()) {
            text.append(String.join(",", rows.getFirst().keySet())).append("\r\n");
        }
        for (Map<String, String> row : rows) {
            text.append(row.values().stream().map(Exports::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString();
    }

    /// A spreadsheet takes what begins so for a formula, and would run it.
    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return "\"" + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
