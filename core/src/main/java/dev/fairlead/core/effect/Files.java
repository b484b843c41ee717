package dev.fairlead.core.effect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private final Set<String> folders = new HashSet<>();

    Files(Traces before) {
        this.before = before;
        before.files().forEach(trace -> contents.put(trace.path(), trace.asFlow()));
        contents.keySet().stream().filter(path -> path.endsWith("/")).forEach(folders::add);
    }

    /// What a file holds, where it was written.
    Optional<Flow> read(String path) {
        if (contents.isEmpty()) {
            return Optional.empty();
        }
        String file = followed(path);
        Flow held = contents.get(file);
        return held != null ? Optional.of(held) : unpacked(file);
    }

    /// What is known of a file through the folder that an archive was unpacked to.
    private Optional<Flow> unpacked(String path) {
        if (folders.isEmpty()) {
            return Optional.empty();
        }
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            Flow folder = contents.get(path.substring(0, end + 1));
            if (folder != null) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /// An archive is unpacked to a folder: what lies in it came from where the archive did.
    void unpack(String folder, Flow from) {
        if (contents.size() < MOST && folder.length() > 1) {
            contents.put(folder + "/", from.altered());
            folders.add(folder + "/");
        }
    }

    /// The paths of all files that were written.
    List<String> written() {
        return contents.keySet().stream()
                .filter(path -> !path.endsWith("/"))
                .sorted()
                .toList();
    }

    /// A file is printed, so that whoever reads the answer has read it.
    void show(String path) {
        if (contents.containsKey(path)) {
            shown.add(path);
        } else if (unpacked(path).isPresent()) {
            contents.put(path, Flow.EMPTY);
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
        if (folders.remove(path + "/")) {
            contents.remove(path + "/");
        }
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

    /// A file that was shown; where it came out of an archive, that has to be kept.
    private Trace seen(Trace trace) {
        Trace seen = trace.shown();
        return seen.isEmpty() && unpacked(trace.path()).isPresent() ? Trace.known(trace.path()) : seen;
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
            boolean isFolder = file.getKey().endsWith("/");
            boolean isSame = known.isPresent() && known.get().asFlow().equals(file.getValue());
            boolean isShown = shown.contains(file.getKey());
            if (!isSame || isShown) {
                Trace trace = isSame
                        ? known.get()
                        : isFolder
                                ? new Trace(
                                        file.getKey(),
                                        Optional.empty(),
                                        file.getValue().taints())
                                : after.trace(file.getKey(), file.getValue(), place);
                after = after.with(isShown ? seen(trace) : trace);
            }
        }
        return after;
    }
}
