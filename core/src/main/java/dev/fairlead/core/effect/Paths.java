package dev.fairlead.core.effect;

import java.util.ArrayList;
import java.util.List;

/// Paths as text: nothing is looked up, so a link is what it is called.
final class Paths {

    private Paths() {}

    /// A path with `.`, `..` and doubled slashes taken out.
    static String normalized(String path) {
        if (isNormal(path)) {
            return path;
        }
        boolean isAbsolute = path.startsWith("/");
        List<String> kept = new ArrayList<>();
        for (String part : path.split("/+", -1)) {
            if (part.equals("..") && !kept.isEmpty() && !kept.getLast().equals("..")) {
                kept.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && isAbsolute)) {
                kept.add(part);
            }
        }
        String joined = String.join("/", kept);
        return isAbsolute ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    private static boolean isNormal(String path) {
        return path.startsWith("/")
                && !path.contains("//")
                && !hasDots(path)
                && (path.length() == 1 || !path.endsWith("/"));
    }

    /// Whether one of the parts is `.` or `..`.
    private static boolean hasDots(String path) {
        for (int at = path.indexOf("/."); at >= 0; at = path.indexOf("/.", at + 1)) {
            int end = path.startsWith("/..", at) ? at + 3 : at + 2;
            if (end == path.length() || path.charAt(end) == '/') {
                return true;
            }
        }
        return false;
    }

    /// A path as seen from a directory.
    static String resolved(String directory, String path) {
        return normalized(isAbsolute(path) ? path : directory + "/" + path);
    }

    static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.length() > 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
    }

    /// The last name of a path.
    static String name(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? path : path.substring(slash + 1);
    }

    /// Everything before the last name; the root for what stands in it.
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
    }

    /// Whether a path is a folder itself or lies below it.
    static boolean isAtOrBelow(String path, String folder) {
        return path.startsWith(folder)
                && (path.length() == folder.length() || folder.equals("/") || path.charAt(folder.length()) == '/');
    }
}
