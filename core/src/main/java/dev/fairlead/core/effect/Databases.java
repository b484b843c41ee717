package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Clients of databases: what their statements take away.
final class Databases {

    private static final List<String> SQL = List.of(
            "psql",
            "mysql",
            "mariadb",
            "sqlite3",
            "sqlite",
            "sqlcmd",
            "sqlplus",
            "clickhouse-client",
            "cockroach",
            "duckdb",
            "snowsql",
            "cqlsh",
            "bq",
            "presto",
            "trino",
            "mysqlsh",
            "usql");
    private static final List<String> DOCUMENTS = List.of("mongo", "mongosh");
    private static final List<String> DESTROYING_CALLS = List.of(
            "dropdatabase",
            ".drop(",
            "deletemany({}",
            "remove({}",
            ".dropindexes(",
            "dropuser(",
            "droprole(",
            "dropallusers",
            "dropallroles");
    private static final List<String> DROPPING_PROGRAMS =
            List.of("dropdb", "dropuser", "mongodrop", "redis-flush", "pg_dropcluster");

    private Databases() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        SQL.forEach(name -> programs.put(name, Databases::statements));
        DOCUMENTS.forEach(name -> programs.put(name, Databases::documents));
        DROPPING_PROGRAMS.forEach(name -> programs.put(name, it -> {
            it.effect(new Effect.DropsData(it.program(), it.line()));
            return Flow.UNKNOWN;
        }));
        programs.put("redis-cli", Databases::redis);
        programs.put("valkey-cli", Databases::redis);
        programs.put("mysqladmin", it -> it.has("drop") ? dropped(it) : Flow.UNKNOWN);
        programs.put("pg_restore", it -> it.has("--clean") || it.has("-c") ? dropped(it) : Flow.UNKNOWN);
        programs.put("pg_dump", it -> it.has("--clean") || it.has("-c") ? dropped(it) : Flow.UNKNOWN);
        return programs;
    }

    private static Flow dropped(Invocation it) {
        it.effect(new Effect.DropsData(it.program(), it.line()));
        return Flow.UNKNOWN;
    }

    private static Flow statements(Invocation it) {
        boolean isDestroying = it.input().text().filter(text -> destroys(text)).isPresent();
        for (Argument argument : it.arguments()) {
            isDestroying |= destroys(argument.text());
        }
        if (isDestroying) {
            dropped(it);
        }
        return Flow.UNKNOWN.tainted(it.input().taints());
    }

    /// Whether one of the statements takes away a table, all its rows, or more.
    static boolean destroys(String text) {
        for (String statement : text.split(";", 256)) {
            String words = spaced(statement);
            boolean isDrop = words.startsWith("drop ") || words.contains(" drop ") && words.startsWith("alter ");
            boolean isDelete = words.startsWith("delete from ") && !words.contains(" where ");
            boolean isUpdate = words.startsWith("update ") && words.contains(" set ") && !words.contains(" where ");
            if (isDrop || isDelete || isUpdate || words.startsWith("truncate ")) {
                return true;
            }
        }
        return false;
    }

    /// Lower case, one blank between words, comments and options before the statement left out.
    private static String spaced(String statement) {
        StringBuilder words = new StringBuilder();
        boolean isComment = false;
        for (int i = 0; i < Math.min(statement.length(), 4_096); i++) {
            char c = statement.charAt(i);
            if (!isComment && (statement.startsWith("/*", i) || statement.startsWith("--", i) && i == 0)) {
                isComment = true;
            } else if (isComment && (statement.startsWith("*/", i) || c == '\n')) {
                isComment = false;
                i += c == '*' ? 1 : 0;
            } else if (!isComment && Character.isWhitespace(c)) {
                if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                    words.append(' ');
                }
            } else if (!isComment) {
                words.append(Character.toLowerCase(c));
            }
        }
        return words + " ";
    }

    private static Flow documents(Invocation it) {
        boolean isDestroying = it.input().text().filter(Databases::callsDrop).isPresent();
        for (Argument argument : it.arguments()) {
            isDestroying |= callsDrop(argument.text());
        }
        return isDestroying ? dropped(it) : Flow.UNKNOWN;
    }

    private static boolean callsDrop(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace(" ", "");
        return DESTROYING_CALLS.stream().anyMatch(lower::contains);
    }

    private static Flow redis(Invocation it) {
        for (Argument argument : it.arguments()) {
            String word = argument.text().toUpperCase(Locale.ROOT);
            boolean isShutdown = word.equals("SHUTDOWN") || word.equals("DEBUG");
            if (word.equals("FLUSHALL") || word.equals("FLUSHDB") || isShutdown) {
                return dropped(it);
            }
        }
        return Flow.UNKNOWN;
    }
}
