package dev.fairlead.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A PostgreSQL of the tests' own, from Debian's package, in a folder that goes with it.
///
/// It refuses to run as root: then it runs as the user `postgres`, whom the package makes.
final class PostgresServer {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    static final String PASSWORD = "sesame-in-the-tests";

    private final Path programs;
    private final Path folder;
    private final int port;
    private int databases;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    static PostgresServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(
                "fairlead-postgres",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path password = folder.resolve("password");
        Files.writeString(password, PASSWORD);
        PostgresServer server = new PostgresServer(latest().resolve("bin"), folder, freePort());
        server.run(
                "initdb",
                "-D",
                server.data(),
                "-U",
                "fairlead",
                "-A",
                "scram-sha-256",
                "--pwfile",
                password.toString(),
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        String options =
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off".formatted(server.port);
        server.run("pg_ctl", "-D", server.data(), "-w", "-o", options, "-l", folder + "/log", "start");
        return server;
    }

    private static Path latest() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            throw new IOException("no PostgreSQL in %s; install Debian's package `postgresql`".formatted(VERSIONS));
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.max(Comparator.comparingInt(each -> Integer.parseInt(String.valueOf(each.getFileName()))))
                    .orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name", "").equals("root")) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("fairlead-postgres", ".out");
        int status = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        String output = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        if (status != 0) {
            throw new IOException("`%s` ended with %d: %s".formatted(program, status, output));
        }
    }

    /// A new, empty database.
    StoreSettings database() throws SQLException {
        databases++;
        String name = "fairlead" + databases;
        order("create database " + name);
        return settings(name, PASSWORD);
    }

    StoreSettings settings(String database, String password) {
        return new StoreSettings(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
                Optional.of("fairlead"),
                Optional.of(password));
    }

    /// Gives the server an order.
    void order(String sql) throws SQLException {
        StoreSettings own = settings("postgres", PASSWORD);
        try (Connection connection = DriverManager.getConnection(own.url(), "fairlead", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Stops it as a power loss would, but for the disk.
    void stop() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    void startAgain() throws IOException, InterruptedException {
        String options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off".formatted(port);
        run("pg_ctl", "-D", data(), "-w", "-o", options, "-l", folder + "/log", "start");
    }

    /// Stops it and takes its folder away.
    void remove() throws IOException, InterruptedException {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
