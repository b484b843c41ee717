package dev.fairlead.code.change;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.blame.BlameResult;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.io.DisabledOutputStream;

/// A repository of git, read only.
public final class GitHistory implements AutoCloseable {

    /// The largest file that is compared, in bytes.
    public static final int LARGEST = 1 << 20;

    private static final String TOO_LARGE = "it is larger than 1 MiB";

    private final Repository repository;
    private final Map<String, String> leftOut = new TreeMap<>();

    private GitHistory(Repository repository) {
        this.repository = repository;
    }

    /// Opens the repository that a folder is in.
    ///
    /// @throws IOException where there is none
    public static GitHistory around(Path folder) throws IOException {
        FileRepositoryBuilder found =
                new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().toFile());
        if (found.getGitDir() == null) {
            throw new IOException("`%s` is in no git repository".formatted(folder.toAbsolutePath()));
        }
        return new GitHistory(found.build());
    }

    /// The folder that the working tree is in.
    public Path root() {
        return repository.getWorkTree().toPath();
    }

    /// The changed files whose text was not read so far, and why.
    public Map<String, String> leftOut() {
        return Map.copyOf(leftOut);
    }

    /// Who last changed a line, by git.
    public record Author(String commit, String name, Instant at) {}

    /// What changed from one commit to another; from where they parted.
    ///
    /// @throws IOException where one of them is not known
    public List<FileChange> between(String base, String head) throws IOException {
        return Changes.of(pairs(parting(commit(base), commit(head)), commit(head)));
    }

    /// What changed from a commit to the working tree, with files that git does not know yet.
    ///
    /// @throws IOException where it is not known
    public List<FileChange> sinceCommit(String base) throws IOException {
        RevCommit head = commit(Constants.HEAD);
        RevCommit from = parting(commit(base), head);
        Map<String, Changes.Pair> pairs = new TreeMap<>();
        for (Changes.Pair each : pairs(from, head)) {
            pairs.put(each.path(), each);
        }
        for (String path : touched()) {
            Changes.Pair known = pairs.get(path);
            String before = known == null ? text(from, path) : known.before();
            pairs.put(
                    path,
                    new Changes.Pair(
                            path, Optional.ofNullable(known).flatMap(Changes.Pair::formerPath), before, onDisk(path)));
        }
        return Changes.of(List.copyOf(pairs.values()));
    }

    private List<String> touched() throws IOException {
        try {
            Status status = new Git(repository).status().call();
            List<String> paths = new ArrayList<>(status.getUncommittedChanges());
            paths.addAll(status.getUntracked());
            return paths.stream().distinct().sorted().toList();
        } catch (GitAPIException fault) {
            throw new IOException("git does not tell what was changed", fault);
        }
    }

    private String onDisk(String path) throws IOException {
        Path file = root().resolve(path);
        leftOut.remove(path); // as it was before
        if (!Files.isRegularFile(file)) {
            return "";
        }
        return Files.size(file) <= LARGEST ? readable(Files.readAllBytes(file), path) : leave(path, TOO_LARGE);
    }

    private String leave(String path, String reason) {
        leftOut.put(path, reason);
        return "";
    }

    private RevCommit commit(String name) throws IOException {
        ObjectId id = repository.resolve(name + "^{commit}");
        if (id == null && repository.resolve(Constants.HEAD) == null) {
            throw new IOException("there is no commit yet in `%s`".formatted(root()));
        }
        if (id == null) {
            throw new IOException("git knows no commit `%s`".formatted(name));
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(id);
        }
    }

    /// Where two commits parted; the first itself where they share nothing.
    private RevCommit parting(RevCommit base, RevCommit head) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(List.of(walk.parseCommit(base), walk.parseCommit(head)));
            RevCommit found = walk.next();
            return found == null ? base : walk.parseCommit(found);
        }
    }

    private List<Changes.Pair> pairs(RevCommit from, RevCommit to) throws IOException {
        List<Changes.Pair> pairs = new ArrayList<>();
        try (DiffFormatter differ = new DiffFormatter(DisabledOutputStream.INSTANCE)) {
            differ.setRepository(repository);
            differ.setDetectRenames(true);
            for (DiffEntry entry : differ.scan(from.getTree(), to.getTree())) {
                boolean isGone = entry.getChangeType() == DiffEntry.ChangeType.DELETE;
                boolean isNew = entry.getChangeType() == DiffEntry.ChangeType.ADD;
                boolean isRenamed = entry.getChangeType() == DiffEntry.ChangeType.RENAME;
                pairs.add(new Changes.Pair(
                        isGone ? entry.getOldPath() : entry.getNewPath(),
                        isRenamed ? Optional.of(entry.getOldPath()) : Optional.empty(),
                        isNew ? "" : before(entry),
                        isGone ? "" : text(entry.getNewId().toObjectId(), entry.getNewPath())));
            }
        }
        return pairs;
    }

    private String before(DiffEntry entry) throws IOException {
        String text = text(entry.getOldId().toObjectId(), entry.getOldPath());
        leftOut.remove(entry.getOldPath()); // what counts is whether it is read as it is now
        return text;
    }

    /// The text of a file as a commit has it; empty where it has none.
    private String text(RevCommit commit, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, commit.getTree())) {
            return walk == null ? "" : text(walk.getObjectId(0), path);
        }
    }

    private String text(ObjectId blob, String path) throws IOException {
        try {
            if (repository.getObjectDatabase().open(blob).getSize() > LARGEST) {
                return leave(path, TOO_LARGE);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            repository.open(blob).copyTo(bytes);
            return readable(bytes.toByteArray(), path);
        } catch (MissingObjectException submodule) {
            return "";
        }
    }

    private String readable(byte[] bytes, String path) {
        return RawText.isBinary(bytes, bytes.length, true)
                ? leave(path, "it holds no text")
                : new String(bytes, StandardCharsets.UTF_8);
    }

    /// The text of a file at a time, on the line of commits that HEAD ends; empty where there was none.
    public Optional<String> textAt(String path, Instant time) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setFirstParent(true);
            walk.markStart(walk.parseCommit(commit(Constants.HEAD)));
            Iterator<RevCommit> commits = walk.iterator();
            while (commits.hasNext()) {
                RevCommit each = commits.next();
                if (!Instant.ofEpochSecond(each.getCommitTime()).isAfter(time)) {
                    return Optional.of(text(each, path));
                }
            }
            return Optional.empty();
        }
    }

    /// Who last changed each line of a file as it stands on disk; empty for lines that are not committed.
    ///
    /// @param path below the root
    public List<Optional<Author>> authors(String path) throws IOException {
        try {
            BlameResult blame = new Git(repository)
                    .blame()
                    .setFilePath(path)
                    .setFollowFileRenames(true)
                    .call();
            List<Optional<Author>> authors = new ArrayList<>();
            int count = blame == null ? 0 : blame.getResultContents().size();
            for (int i = 0; i < count; i++) {
                authors.add(Optional.ofNullable(blame.getSourceCommit(i)).map(GitHistory::author));
            }
            return authors;
        } catch (GitAPIException fault) {
            throw new IOException("git does not tell who wrote `%s`".formatted(path), fault);
        }
    }

    private static Author author(RevCommit commit) {
        return new Author(
                commit.abbreviate(10).name(),
                commit.getAuthorIdent().getName(),
                Instant.ofEpochSecond(commit.getCommitTime()));
    }

    @Override
    public void close() {
        repository.close();
    }
}
