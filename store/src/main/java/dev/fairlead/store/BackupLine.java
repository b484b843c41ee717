package dev.fairlead.store;

import dev.fairlead.core.event.Value;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row of a table as one line of a backup. Columns hold texts, whole numbers and real ones.
final class BackupLine {

    private static final JsonReader JSON = JsonReader.ofAll();

    private BackupLine() {}

    static String of(List<Object> row) {
        List<Value> values = new ArrayList<>(row.size());
        for (Object each : row) {
            values.add(
                    each instanceof Number number
                            ? new Value.Numeral(number.toString())
                            : new Value.Text(each.toString()));
        }
        return Texts.json(json -> json.value(new Value.Items(values)));
    }

    /// What a line says; empty where it is no JSON.
    static Optional<Node> read(String line) {
        try {
            return JSON.read(line).stream().findFirst();
        } catch (MalformedJson fault) {
            return Optional.empty();
        }
    }

    /// The columns of a row.
    static List<Object> row(Node.Items items) {
        List<Object> row = new ArrayList<>();
        for (Node each : items.nodes()) {
            row.add(
                    switch (each) {
                        case Node.Text text -> text.value();
                        case Node.Scalar scalar -> number(scalar.literal());
                        case Node.Items _, Node.Fields _ -> "";
                    });
        }
        return row;
    }

    private static Object number(String literal) {
        boolean isWhole = literal.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        return isWhole ? (Object) Long.valueOf(literal) : Double.valueOf(literal);
    }
}
