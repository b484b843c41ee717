package dev.fairlead.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One row of an answer, in our words. No column of ours is ever null.
record Row(ResultSet set) {

    /// What is made of a row.
    @FunctionalInterface
    interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    String text(String column) throws SQLException {
        return set.getString(column);
    }

    /// Empty where nothing stands there.
    Optional<String> optional(String column) throws SQLException {
        return Optional.of(text(column)).filter(each -> !each.isEmpty());
    }

    List<String> texts(String column) throws SQLException {
        return Texts.texts(text(column));
    }

    long number(String column) throws SQLException {
        return set.getLong(column);
    }

    int integer(String column) throws SQLException {
        return set.getInt(column);
    }

    boolean flag(String column) throws SQLException {
        return set.getInt(column) != 0;
    }

    double real(String column) throws SQLException {
        return set.getDouble(column);
    }

    Instant time(String column) throws SQLException {
        return Times.read(set.getLong(column));
    }

    Optional<Instant> optionalTime(String column) throws SQLException {
        return Times.readOptional(set.getLong(column));
    }

    <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
        return Codes.read(type, text(column));
    }
}
