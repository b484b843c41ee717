package dev.fairlead.core.detectors;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Paths as a shell means them, told from the words alone: whole, without `.` and `..`, and with `~` for the person's
/// home. What only a running shell could know is no path here.
final class Places {

    private static final List<String> TEMPORARY = List.of(
            "/tmp", "/var/tmp", "/private/tmp", "/private/var/folders", "/var/folders", "/dev/shm", "/dev/null");
    private static final List<String> SYSTEM = List.of(
            "/bin",
            "/boot",
            "/dev",
            "/etc",
            "/lib",
            "/lib64",
            "/opt",
            "/proc",
            "/sbin",
            "/sys",
            "/usr",
            "/var/lib",
            "/System");
    private static final List<String> HOMES = List.of("/Users/", "/home/");

    private Places() {}

    /// The whole path that a word names in a directory; empty where that cannot be told.
    static String resolved(String word, String directory) {
        String path = word.startsWith("$HOME/") || word.startsWith("${HOME}/")
                ? "~" + word.substring(word.indexOf('/'))
                : word;
        if (path.isEmpty() || path.indexOf('$') >= 0 || path.indexOf('`') >= 0 || path.startsWith("-")) {
            return "";
        }
        boolean isWhole = path.startsWith("/") || path.equals("~") || path.startsWith("~/");
        if (!isWhole && directory.isEmpty()) {
            return "";
        }
        return normal(isWhole ? path : directory + "/" + path);
    }

    private static String normal(String path) {
        String rooted = homed(path);
        boolean isHome = rooted.startsWith("~");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : rooted.substring(isHome ? 1 : 0).split("/+", 200)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return (isHome ? "~" : "") + (parts.isEmpty() && isHome ? "" : "/" + String.join("/", parts));
    }

    /// With `~` for a folder of a person.
    private static String homed(String path) {
        if (path.equals("/root") || path.startsWith("/root/")) {
            return "~" + path.substring(5);
        }
        for (String home : HOMES) {
            if (path.startsWith(home)) {
                int end = path.indexOf('/', home.length());
                return end < 0 ? "~" : "~" + path.substring(end);
            }
        }
        return path;
    }

    /// Whether a path is a folder or below it.
    static boolean isWithin(String path, String folder) {
        return !folder.isEmpty()
                && path.startsWith(folder)
                && (path.length() == folder.length() || folder.endsWith("/") || path.charAt(folder.length()) == '/');
    }

    /// Whether a path is the machine's own, or a whole home: no session works on that.
    static boolean isSystem(String path) {
        if (path.equals("/") || path.equals("/*") || path.equals("~") || path.equals("~/*")) {
            return true;
        }
        for (String place : SYSTEM) {
            if (isWithin(path, place)) {
                return true;
            }
        }
        return false;
    }

    /// Whether what stands there is meant to go away, or can be had again.
    static boolean isTemporary(String path) {
        for (String place : TEMPORARY) {
            if (isWithin(path, place)) {
                return true;
            }
        }
        for (String part : path.split("/", 200)) {
            if (part.equals("tmp") || part.equals("temp") || part.equalsIgnoreCase("caches") || part.equals(".cache")) {
                return true;
            }
        }
        return false;
    }
}
