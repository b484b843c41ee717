package dev.fairlead.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A question or an order in SQL that grows with what is asked for. Values are never part of its text.
final class Query {

    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();
    private boolean hasConditions;

    Query(String sql, Object... values) {
        this.sql = new StringBuilder(sql);
        this.values.addAll(List.of(values));
    }

    /// One more condition, with a value for each question mark.
    Query where(String condition, Object... of) {
        sql.append(hasConditions ? " and " : " where ").append(condition);
        values.addAll(List.of(of));
        hasConditions = true;
        return this;
    }

    /// One more condition where there is a value for it.
    Query where(String condition, Optional<?> value) {
        return value.isPresent() ? where(condition, value.get()) : this;
    }

    /// What a filter says of the time.
    Query within(Filter filter, String column) {
        return where(column + " >= ?", filter.since()).where(column + " < ?", filter.until());
    }

    /// That one of the columns holds the text that a filter asks for.
    Query saying(Filter filter, String... columns) {
        if (filter.text().isEmpty()) {
            return this;
        }
        String pattern = Texts.pattern(filter.text().get());
        String condition = List.of(columns).stream()
                .map(column -> "lower(" + column + ") like ? escape '\\'")
                .collect(Collectors.joining(" or ", "(", ")"));
        Object[] patterns = new Object[columns.length];
        Arrays.fill(patterns, pattern);
        return where(condition, patterns);
    }

    /// What stands at the end.
    Query then(String end, Object... of) {
        sql.append(' ').append(end);
        values.addAll(List.of(of));
        return this;
    }

    /// Gives the order.
    ///
    /// @return how many rows it changed
    int run(Connection on) throws SQLException {
        try (PreparedStatement statement = prepared(on)) {
            return statement.executeUpdate();
        }
    }

    /// Every row of the answer.
    <T> List<T> list(Connection on, Row.Reading<T> reading) throws SQLException {
        try (PreparedStatement statement = prepared(on);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reading.of(new Row(rows)));
            }
            return read;
        }
    }

    /// The first row of the answer.
    <T> Optional<T> first(Connection on, Row.Reading<T> reading) throws SQLException {
        return list(on, reading).stream().findFirst();
    }

    /// One page of the answer, the greatest keys first.
    ///
    /// @param keys columns of the answer that together tell its rows apart, with the times and numbers
    ///     among them first
    /// @param numbers how many of them are numbers
    <T> Page<T> page(Connection on, Filter filter, List<String> keys, int numbers, Row.Reading<T> reading)
            throws SQLException {
        if (filter.cursor().isPresent()) {
            Object[] end = place(filter.cursor().get(), keys.size(), numbers);
            String marks = "?" + ", ?".repeat(keys.size() - 1);
            where("(%s) < (%s)".formatted(String.join(", ", keys), marks), end);
        }
        String order = keys.stream().map(key -> key + " desc").collect(Collectors.joining(", "));
        then("order by " + order + " limit " + (filter.limit() + 1));
        List<T> items = new ArrayList<>();
        try (PreparedStatement statement = prepared(on);
                ResultSet rows = statement.executeQuery()) {
            List<String> last = List.of();
            while (rows.next()) {
                if (items.size() == filter.limit()) {
                    return new Page<>(items, Optional.of(cursor(last)));
                }
                items.add(reading.of(new Row(rows)));
                last = places(rows, keys);
            }
        }
        return new Page<>(items, Optional.empty());
    }

    private static List<String> places(ResultSet row, List<String> keys) throws SQLException {
        List<String> places = new ArrayList<>();
        for (String key : keys) {
            places.add(row.getString(key.substring(key.indexOf('.') + 1)));
        }
        return places;
    }

    private static String cursor(List<String> places) {
        byte[] list = Texts.list(places).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(list);
    }

    private static Object[] place(String cursor, int keys, int numbers) {
        try {
            String list = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> texts = Texts.texts(list);
            if (texts.size() == keys) {
                Object[] places = new Object[keys];
                for (int i = 0; i < keys; i++) {
                    places[i] = i < numbers ? (Object) Long.valueOf(texts.get(i)) : texts.get(i);
                }
                return places;
            }
        } catch (IllegalArgumentException notOurs) {
            throw new IllegalArgumentException("`%s` is not a cursor that was given out".formatted(cursor), notOurs);
        }
        throw new IllegalArgumentException("`%s` is not a cursor that was given out".formatted(cursor));
    }

    private PreparedStatement prepared(Connection on) throws SQLException {
        PreparedStatement statement = on.prepareStatement(sql.toString());
        try {
            fill(statement, values.toArray());
            return statement;
        } catch (SQLException | RuntimeException fault) {
            statement.close();
            throw fault;
        }
    }

    /// Puts values in the places of question marks.
    static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String text -> statement.setString(i + 1, Texts.plain(text));
                case Instant time -> statement.setLong(i + 1, Times.of(time));
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case Boolean flag -> statement.setInt(i + 1, flag ? 1 : 0);
                case Double real -> statement.setDouble(i + 1, real);
                case Enum<?> constant -> statement.setString(i + 1, Codes.of(constant));
                default -> statement.setString(i + 1, Texts.plain(values[i].toString()));
            }
        }
    }
}
