package dev.fairlead.wire.git;

import dev.fairlead.core.effect.Tracker;
import dev.fairlead.core.effect.Tracking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells what git keeps of a path, by the index and by looking at the files themselves.
///
/// A file counts as kept where it has the size and time that the index notes, or else the same content. No filter of
/// the repository is run, so that a file whose content is filtered may count as changed.
final class Keeper implements Tracker {

    private static final int MOST = 20_000;
    private static final long LARGEST = 16 << 20;

    private final Checkout checkout;
    private final Map<Path, IgnoredNames> ignored = new HashMap<>();
    private Optional<GitIndex> index = Optional.empty();
    private boolean isRead;

    Keeper(Checkout checkout) {
        this.checkout = checkout;
    }

    /// What was met on a walk.
    private static final class Met {
        private boolean isKept;
        private boolean isIgnored;
        private boolean isUnsaved;
        private int count;

        Tracking tracking() {
            if (isUnsaved) {
                return Tracking.UNSAVED;
            }
            return count > MOST
                    ? Tracking.UNKNOWN
                    : isIgnored ? Tracking.IGNORED : isKept ? Tracking.KEPT : Tracking.UNKNOWN;
        }
    }

    @Override
    public synchronized Tracking of(String path) {
        if (!isRead) {
            boolean isOfSha1 = !Checkout.read(checkout.common().resolve("config"))
                    .orElse("")
                    .contains("sha256");
            index = isOfSha1 ? GitIndex.read(checkout.folder().resolve("index")) : index;
            isRead = true;
        }
        try {
            Path file = Path.of(path);
            boolean isInside = file.startsWith(checkout.root())
                    && !file.startsWith(checkout.root().resolve(".git"));
            if (index.isEmpty() || !isInside || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Tracking.UNKNOWN;
            }
            Met met = new Met();
            visit(index.get(), file, isInIgnored(file), met);
            return met.tracking();
        } catch (IOException | InvalidPathException unreadable) {
            return Tracking.UNKNOWN;
        }
    }

    private boolean isInIgnored(Path file) {
        for (Path at = file.getParent(); at != null && !at.equals(checkout.root()); at = at.getParent()) {
            if (isIgnored(at, true)) {
                return true;
            }
        }
        return false;
    }

    private void visit(GitIndex kept, Path file, boolean isBelowIgnored, Met met) throws IOException {
        if (met.isUnsaved || ++met.count > MOST) {
            return;
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String name = checkout.root().relativize(file).toString().replace('\\', '/');
        boolean isLeftAlone = isBelowIgnored || isIgnored(file, now.isDirectory());
        if (!now.isDirectory()) {
            Optional<GitIndex.Entry> entry = Optional.ofNullable(kept.entries().get(name));
            boolean isKept = entry.isPresent() && isSame(file, now, entry.get(), kept.writtenAt());
            met.isKept |= isKept;
            met.isIgnored |= entry.isEmpty() && isLeftAlone;
            met.isUnsaved |= !isKept && !(entry.isEmpty() && isLeftAlone);
            return;
        }
        boolean isOwn = !file.equals(checkout.root()) && Files.exists(file.resolve(".git"));
        if (isLeftAlone && !kept.holdsBelow(name)) {
            met.isIgnored = true;
        } else if (isOwn) {
            met.isUnsaved = true; // a repository within this one, which keeps what it has to itself
        } else {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(file)) {
                for (Path each : files) {
                    if (!each.getFileName().toString().equals(".git")) {
                        visit(kept, each, isLeftAlone, met);
                    }
                }
            }
        }
    }

    private static boolean isSame(Path file, BasicFileAttributes now, GitIndex.Entry entry, Instant writtenAt)
            throws IOException {
        if (entry.isPromised() || !now.isSymbolicLink() && now.size() % (1L << 32) != entry.size()) {
            return false;
        }
        Instant changed = now.lastModifiedTime().toInstant();
        boolean isAsNoted = changed.getEpochSecond() == entry.seconds()
                && (entry.nanos() == 0 || changed.getNano() == entry.nanos());
        boolean isOlder = changed.getEpochSecond() < writtenAt.getEpochSecond();
        return isAsNoted && isOlder
                || now.size() <= LARGEST && digest(content(file, now)).equals(entry.digest());
    }

    private static byte[] content(Path file, BasicFileAttributes now) throws IOException {
        return now.isSymbolicLink()
                ? Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(file);
    }

    /// The name that git gives to a content.
    private static String digest(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-1", impossible);
        }
    }

    /// Whether git was told to leave a file or folder alone: the file that stands nearest decides.
    private boolean isIgnored(Path file, boolean isFolder) {
        List<String> names = new ArrayList<>();
        for (Path at = file; at != null && !at.equals(checkout.root()); at = at.getParent()) {
            names.addFirst(String.valueOf(at.getFileName()));
            Optional<Boolean> said = names(at.resolveSibling(".gitignore")).decide(names, isFolder);
            if (said.isPresent()) {
                return said.get();
            }
        }
        return !names.isEmpty()
                && names(checkout.common().resolve("info/exclude"))
                        .decide(names, isFolder)
                        .orElse(false);
    }

    private IgnoredNames names(Path file) {
        return ignored.computeIfAbsent(
                file, path -> IgnoredNames.of(Checkout.read(path).orElse("")));
    }
}
