package dev.fairlead.core.effect;

import java.util.List;
import java.util.Set;

/// What kind of place a path is: how much is lost with it.
public enum Ground {
    /// The root, a folder of the system, or one that holds the workspace or a home.
    SYSTEM,
    /// Something within a folder of the system.
    SYSTEM_FILE,
    /// A person's home, or everything in it.
    HOME,
    /// Something within a home.
    HOME_FILE,
    /// The workspace itself, or everything in it.
    WORKSPACE,
    /// Something within the workspace.
    WORKSPACE_FILE,
    /// What a repository's history consists of.
    REPOSITORY,
    /// Something in a folder for what is temporary.
    TEMPORARY,
    /// A disk.
    DEVICE,
    /// Anywhere else.
    ELSEWHERE,
    /// Only a running shell could tell.
    UNKNOWN;

    private static final Set<String> SYSTEM_FOLDERS = Set.of(
            "/",
            "/bin",
            "/boot",
            "/dev",
            "/etc",
            "/home",
            "/lib",
            "/lib32",
            "/lib64",
            "/media",
            "/mnt",
            "/opt",
            "/proc",
            "/root",
            "/run",
            "/sbin",
            "/srv",
            "/sys",
            "/usr",
            "/var",
            "/usr/bin",
            "/usr/include",
            "/usr/lib",
            "/usr/lib64",
            "/usr/libexec",
            "/usr/local",
            "/usr/local/bin",
            "/usr/local/lib",
            "/usr/sbin",
            "/usr/share",
            "/usr/src",
            "/var/cache",
            "/var/lib",
            "/var/log",
            "/var/run",
            "/var/spool",
            "/etc/ssh",
            "/etc/ssl",
            "/System",
            "/Library",
            "/Applications",
            "/Users",
            "/Volumes",
            "/private",
            "/private/etc",
            "/private/var",
            "/private/tmp",
            "/cores");
    private static final List<String> TEMPORARY_FOLDERS =
            List.of("/tmp", "/var/tmp", "/private/tmp", "/private/var/folders", "/var/folders", "/dev/shm");
    private static final List<String> DISKS = List.of(
            "sd?",
            "sd??",
            "hd?",
            "hd??",
            "vd?",
            "vd??",
            "xvd?*",
            "nvme*n*",
            "mmcblk*",
            "loop*",
            "md*",
            "dm-*",
            "disk*",
            "rdisk*",
            "mapper/*",
            "pmem*",
            "dax*",
            "ada*",
            "zd*",
            "nbd*",
            "sr*");
    private static final Set<String> HISTORY = Set.of("objects", "refs", "packed-refs", "HEAD", "logs", "worktrees");

    /// The ground of a path that is absolute and normal, as it may be written with a pattern.
    static Ground of(String path, boolean isPattern, Place place) {
        if (isPattern) {
            return ofPattern(path, place);
        }
        if (path.startsWith("/dev/") && isDisk(path.substring("/dev/".length()))) {
            return DEVICE;
        }
        if (isHistory(path)) {
            return REPOSITORY;
        }
        if (path.equals(place.root())) {
            return SYSTEM_FOLDERS.contains(path) ? SYSTEM : path.equals(place.home()) ? HOME : WORKSPACE;
        }
        if (Paths.isAtOrBelow(place.root(), path)) {
            return isHome(path, place) ? HOME : SYSTEM;
        }
        // Who works in a folder of the system does not own what is below it.
        boolean isInside = place.isKnown()
                ? Paths.isAtOrBelow(path, place.root()) && !SYSTEM_FOLDERS.contains(place.root())
                : !Paths.isAbsolute(path) && !path.startsWith("..");
        return isInside ? WORKSPACE_FILE : outside(path, place);
    }

    /// Whether a folder's name says that what is in it may go away, or can be had again.
    private static boolean isForNow(String path) {
        return path.contains("/.cache/")
                || path.contains("/Caches/")
                || path.contains("/tmp/")
                || path.contains("/temp/")
                || path.endsWith("/tmp");
    }

    private static Ground outside(String path, Place place) {
        if (isHome(path, place)) {
            return HOME;
        }
        if (SYSTEM_FOLDERS.contains(path)) {
            return SYSTEM;
        }
        for (String folder : TEMPORARY_FOLDERS) {
            if (Paths.isAtOrBelow(path, folder)) {
                return TEMPORARY;
            }
        }
        if (isForNow(path)) {
            return TEMPORARY;
        }
        if (Paths.isAtOrBelow(path, place.home()) || path.startsWith("/home/") || path.startsWith("/Users/")) {
            return HOME_FILE;
        }
        int second = path.indexOf('/', 1);
        boolean isBelowSystem = second > 0 && SYSTEM_FOLDERS.contains(path.substring(0, second));
        return isBelowSystem ? SYSTEM_FILE : ELSEWHERE;
    }

    /// A pattern stands for a folder where it takes everything in it, and for each folder of the system that it
    /// matches.
    private static Ground ofPattern(String path, Place place) {
        String last = Paths.name(path);
        if (last.indexOf('*') >= 0 && last.chars().allMatch(c -> "*.?![^]".indexOf(c) >= 0)) {
            return of(Paths.parent(path), isPattern(Paths.parent(path)), place);
        }
        for (String folder : SYSTEM_FOLDERS) {
            if (folder.length() > 1 && Globs.matches(path, folder)) {
                return SYSTEM;
            }
        }
        if (Globs.matches(path, place.home())) {
            return HOME;
        }
        if (path.startsWith("/dev/") && isDisk(path.substring("/dev/".length()).replace('?', 'a'))) {
            return DEVICE;
        }
        return of(path, false, place);
    }

    static boolean isPattern(String path) {
        return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
    }

    private static boolean isHome(String path, Place place) {
        if (path.equals(place.home()) || path.equals("/root")) {
            return true;
        }
        String parent = Paths.parent(path);
        return (parent.equals("/home") || parent.equals("/Users")) && path.length() > parent.length() + 1;
    }

    private static boolean isDisk(String name) {
        for (String disk : DISKS) {
            if (Globs.matches(disk, name)) {
                return name.chars().noneMatch(c -> c == 'X');
            }
        }
        return false;
    }

    /// The folder `.git` or a bare one, and in it what commits are kept in; its index and hooks are none of it.
    private static boolean isHistory(String path) {
        int at = path.indexOf(".git");
        while (at >= 0) {
            int end = at + ".git".length();
            if (end == path.length()) {
                return path.charAt(at - 1) == '/';
            }
            if (path.charAt(end) == '/') {
                int next = path.indexOf('/', end + 1);
                return HISTORY.contains(path.substring(end + 1, next < 0 ? path.length() : next));
            }
            at = path.indexOf(".git", end);
        }
        return false;
    }
}
