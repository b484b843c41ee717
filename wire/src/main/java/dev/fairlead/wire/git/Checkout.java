package dev.fairlead.wire.git;

import dev.fairlead.core.effect.Tracker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// A folder that git has checked out. It is only read, and git itself is not started: what a repository's settings name
/// would run with it.
///
/// @param root the folder
/// @param folder what belongs to this checkout alone, such as its index
/// @param common what all checkouts of the repository share
public record Checkout(Path root, Path folder, Path common) {

    private static final int LONGEST = 1 << 20;
    private static final String BRANCHES = "ref: refs/heads/";

    /// The checkout that a folder, which need not be there, lies in.
    public static Optional<Checkout> around(String directory) {
        try {
            for (Path at = Path.of(directory).toAbsolutePath().normalize(); at != null; at = at.getParent()) {
                Path git = at.resolve(".git");
                if (Files.isDirectory(git)) {
                    return Optional.of(new Checkout(at, git, git));
                }
                if (Files.isRegularFile(git)) {
                    return linked(at, git);
                }
            }
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// A checkout beside the first one, or a repository within another, says in a file where its own folder is.
    private static Optional<Checkout> linked(Path root, Path file) {
        String text = read(file).orElse("").strip();
        if (!text.startsWith("gitdir: ")) {
            return Optional.empty();
        }
        Path folder = root.resolve(text.substring("gitdir: ".length())).normalize();
        Path common = read(folder.resolve("commondir"))
                .map(shared -> folder.resolve(shared.strip()).normalize())
                .orElse(folder);
        return Optional.of(new Checkout(root, folder, common));
    }

    /// The branch; empty where none is checked out.
    public Optional<String> branch() {
        return read(folder.resolve("HEAD"))
                .map(String::strip)
                .filter(head -> head.startsWith(BRANCHES))
                .map(head -> head.substring(BRANCHES.length()));
    }

    /// The last two names of the address that it came from, such as `owner/name`; the folder's name where it came from
    /// nowhere.
    public String name() {
        boolean isOrigin = false;
        for (String line : read(common.resolve("config")).orElse("").lines().toList()) {
            String text = line.strip();
            if (text.startsWith("[")) {
                isOrigin = text.equals("[remote \"origin\"]");
            } else if (isOrigin && text.startsWith("url")) {
                return ofAddress(text.substring(text.indexOf('=') + 1).strip());
            }
        }
        return String.valueOf(root.getFileName());
    }

    private static String ofAddress(String address) {
        String path = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        path = path.endsWith(".git") ? path.substring(0, path.length() - ".git".length()) : path;
        int last = Math.max(path.lastIndexOf('/'), 0);
        int before =
                Math.max(path.lastIndexOf('/', last - 1), path.lastIndexOf(':', last == 0 ? path.length() : last - 1));
        return path.substring(before + 1);
    }

    /// Tells what this checkout keeps. Its index is read when it is first asked.
    public Tracker tracker() {
        return new Keeper(this);
    }

    /// The text of a small file; empty where it cannot be read.
    static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty(); // as good as not there
        }
    }
}
