package dev.fairlead.core.effect;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of the files that a script has written so far, by their paths.
final class Files {

    private static final int MOST = 256;
    private static final int MOST_LINKS = 8;

    private final Map<String, Flow> contents = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    /// What a file holds, where the script has written it.
    Optional<Flow> read(String path) {
        return Optional.ofNullable(contents.get(followed(path)));
    }

    /// Whether the script has put a secret into a folder.
    boolean holdsSecret(String folder) {
        String below = folder.endsWith("/") ? folder : folder + "/";
        boolean isWritten = contents.entrySet().stream()
                .anyMatch(file -> file.getKey().startsWith(below)
                        && (file.getValue().taints().contains(Taint.SECRET) || Sensitive.isKeyMaterial(file.getKey())));
        return isWritten
                || links.entrySet().stream()
                        .anyMatch(link -> link.getKey().startsWith(below) && Sensitive.isKeyMaterial(link.getValue()));
    }

    void write(String path, Flow flow, boolean isAppended) {
        String file = followed(path);
        if (contents.size() < MOST) {
            Flow before = isAppended ? contents.getOrDefault(file, Flow.UNKNOWN) : Flow.EMPTY;
            contents.put(file, before.then(flow));
        }
    }

    void delete(String path) {
        contents.remove(path);
        links.remove(path);
    }

    void link(String path, String destination) {
        if (links.size() < MOST && !path.equals(destination)) {
            links.put(path, destination);
        }
    }

    /// Where a path leads, as far as links are known.
    String followed(String path) {
        String file = path;
        for (int i = 0; i < MOST_LINKS && links.containsKey(file); i++) {
            file = links.getOrDefault(file, file);
        }
        return file;
    }
}
