package dev.fairlead.core.effect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of the files that a script, and the session before it, has written so far, by their paths.
final class Files {

    private static final int MOST = 256;
    private static final int MOST_LINKS = 8;

    private final Traces before;
    private final Map<String, Flow> contents = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Set<String> shown = new HashSet<>();

    Files(Traces before) {
        this.before = before;
        before.files().forEach(trace -> contents.put(trace.path(), trace.asFlow()));
    }

    /// What a file holds, where it was written.
    Optional<Flow> read(String path) {
        return contents.isEmpty() ? Optional.empty() : Optional.ofNullable(contents.get(followed(path)));
    }

    /// A file is printed, so that whoever reads the answer has read it.
    void show(String path) {
        if (contents.containsKey(path)) {
            shown.add(path);
        }
    }

    /// Whether a secret was put into a folder.
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
            Flow held = isAppended ? contents.getOrDefault(file, Flow.UNKNOWN) : Flow.EMPTY;
            contents.put(file, held.then(flow));
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

    /// What is left for the calls that come after this one.
    Traces after(Place place) {
        Traces after = before;
        for (Trace trace : before.files()) {
            if (!contents.containsKey(trace.path())) {
                after = after.with(new Trace(trace.path(), Optional.empty(), Set.of()));
            }
        }
        for (Map.Entry<String, Flow> file : contents.entrySet()) {
            Optional<Trace> known = before.of(file.getKey());
            boolean isSame = known.isPresent() && known.get().asFlow().equals(file.getValue());
            boolean isShown = shown.contains(file.getKey());
            if (!isSame || isShown) {
                Trace trace = isSame ? known.get() : after.trace(file.getKey(), file.getValue(), place);
                after = after.with(isShown ? trace.shown() : trace);
            }
        }
        return after;
    }
}
