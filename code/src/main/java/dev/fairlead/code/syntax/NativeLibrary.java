package dev.fairlead.code.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;

/// Native code that lies in an archive of the class path. The system loads it only from a file, so it is copied out
/// once,
/// to a folder that nobody else may write to, under a name that changes with its content.
@SuppressWarnings("restricted") // calls of native code are what it is for
final class NativeLibrary {

    private NativeLibrary() {}

    /// The functions of a library, for as long as the process lives.
    ///
    /// @param name such as `tree-sitter-java`
    /// @throws IOException where there is none for this system, or it cannot be copied out
    static SymbolLookup load(String name) throws IOException {
        String file = fileName(name);
        URL resource = NativeLibrary.class.getClassLoader().getResource("lib/" + file);
        if (resource == null) {
            throw new IOException("there is no parser `%s` for this system".formatted(file));
        }
        try {
            return SymbolLookup.libraryLookup(copied(resource, file), Arena.global());
        } catch (IllegalArgumentException unfit) {
            throw new IOException("the parser `%s` does not load on this system".formatted(file), unfit);
        }
    }

    private static String fileName(String name) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "").equals("aarch64") ? "aarch64" : "x86_64";
        if (system.contains("windows")) {
            return machine + "-windows-" + name + ".dll";
        }
        return system.contains("mac") ? machine + "-macos-" + name + ".dylib" : machine + "-linux-gnu-" + name + ".so";
    }

    private static Path copied(URL resource, String file) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(true);
        String mark = connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getLastModified());
        long size = connection.getContentLengthLong();
        Path target = folder().resolve(mark + "-" + file);
        if (Files.isRegularFile(target) && Files.size(target) == size) {
            return target;
        }
        Path fresh = Files.createTempFile(target.getParent(), "new", ".tmp");
        try (InputStream bytes = connection.getInputStream()) {
            Files.copy(bytes, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path folder() throws IOException {
        Path caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(each -> !each.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".cache"));
        Path folder = caches.resolve("fairlead").resolve("parsers");
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        } catch (IOException unwritable) {
            Path own = Files.createTempDirectory("fairlead"); // for the owner alone
            own.toFile().deleteOnExit();
            return own;
        }
    }
}
