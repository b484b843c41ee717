package dev.fairlead.server;

import dev.fairlead.wire.HookPayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/// The folder in which a server keeps what other programs need to reach it. Only its owner may read it.
public final class StateFolder {

    /// The file that says where the server listens.
    public static final String SERVER = "server.json";
    /// The token with which hooks speak.
    public static final String HOOK_TOKEN = "hook-token";
    /// The token with which people decide: an agent never needs it.
    public static final String ADMIN_TOKEN = "admin-token";

    private static final int TOKEN_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path folder;

    private StateFolder(Path folder) {
        this.folder = folder;
    }

    /// Makes the folder where there is none.
    ///
    /// @throws IOException where it cannot be made or written to
    public static StateFolder at(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, OWNERS_FOLDER);
        }
        return new StateFolder(folder);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// The folder.
    public Path path() {
        return folder;
    }

    /// The token of a name; made where there is none.
    public String token(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            String token = Files.readString(file).strip();
            if (!token.isEmpty()) {
                return token;
            }
        }
        String token = freshToken();
        write(name, token + "\n");
        return token;
    }

    /// A token that nobody can guess.
    static String freshToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Says where the server listens.
    void announce(int port, Instant since, String version) throws IOException {
        write(
                SERVER,
                HookPayload.json(json -> json.number("port", port)
                                .number("pid", ProcessHandle.current().pid())
                                .text("startedAt", since.toString())
                                .text("version", version))
                        + "\n");
    }

    /// Takes back what was said of where the server listens.
    void retract() throws IOException {
        Files.deleteIfExists(folder.resolve(SERVER));
    }

    private void write(String name, String text) throws IOException {
        Path draft = Files.createTempFile(folder, name, ".new");
        if (isPosix(draft)) {
            Files.setPosixFilePermissions(draft, OWNER_ONLY);
        }
        Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
