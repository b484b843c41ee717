package dev.fairlead.core.effect;

import java.util.Set;

/// What programs are called, whatever path they are named by.
final class ProgramNames {

    private static final Set<String> USUAL_FOLDERS =
            Set.of("/bin", "/usr/bin", "/usr/local/bin", "/sbin", "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin");

    private ProgramNames() {}

    /// Whether a path names a program of the machine: anything else may be a file that happens to be called like one.
    static boolean isUsual(String path) {
        return USUAL_FOLDERS.contains(Paths.parent(path));
    }

    /// A program's name without its folder, the ending of Windows and a version.
    static String of(String word) {
        String name = Paths.name(word.indexOf('\\') < 0 ? word : word.replace('\\', '/'));
        if (name.endsWith(".exe") || name.endsWith(".EXE")) {
            name = name.substring(0, name.length() - 4);
        }
        int end = name.length();
        while (end > 0 && (Character.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '.')) {
            end--;
        }
        if (end == name.length()) {
            return name;
        }
        String bare = name.substring(0, end);
        return Catalogue.isVersioned(bare) ? bare : name;
    }
}
