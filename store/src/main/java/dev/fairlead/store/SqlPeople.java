package dev.fairlead.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// People in SQL.
final class SqlPeople implements PeopleStore {

    private final Database database;

    SqlPeople(Database database) {
        this.database = database;
    }

    @Override
    public Person add(String name, Set<String> groups, String token, Instant at, String by) {
        List<String> sorted = groups.stream().sorted().toList();
        return database.write(connection -> {
            new Query("delete from people where name = ?", name).run(connection);
            new Query(
                            "insert into people (name, member_of, token, added_at, added_by) values (?, ?, ?, ?, ?)",
                            name,
                            Texts.list(sorted),
                            digest(token),
                            at,
                            by)
                    .run(connection);
            return new Person(name, groups, at, by);
        });
    }

    @Override
    public boolean remove(String name) {
        Query delete = new Query("delete from people where name = ?", name);
        return database.write(delete::run) == 1;
    }

    @Override
    public List<Person> people() {
        Query query = new Query("select * from people").then("order by name");
        return database.read(connection -> query.list(connection, SqlPeople::person));
    }

    @Override
    public Optional<Person> of(String token) {
        Query query = new Query("select * from people").where("token = ?", digest(token));
        return database.read(connection -> query.first(connection, SqlPeople::person));
    }

    private static Person person(Row row) throws SQLException {
        return new Person(
                row.text("name"), Set.copyOf(row.texts("member_of")), row.time("added_at"), row.text("added_by"));
    }

    /// Tokens are 32 random bytes, so that a digest without salt tells nothing.
    private static String digest(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every Java has SHA-256", fault);
        }
    }
}
