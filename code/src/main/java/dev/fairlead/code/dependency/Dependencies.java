package dev.fairlead.code.dependency;

import dev.fairlead.code.Remark;
import dev.fairlead.code.change.FileChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks at the packages that a change adds to manifests, or moves to other versions.
///
/// A package is asked for in the lock file first, then in what is installed here, and at last, if that is wished, in
/// the registry.
public final class Dependencies {

    /// The most packages that a registry is asked about at once.
    public static final int MOST_QUESTIONS = 20;

    private static final int LARGEST = 16 << 20;
    private static final Pattern FREE = Pattern.compile(
            "GNU (AFFERO )?GENERAL PUBLIC LICENSE|Server Side Public License", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile("[\\s()]+");
    private static final List<String> LICENCE_FILES = List.of("LICENSE", "LICENSE.md", "LICENSE.txt", "COPYING");

    private final Installed installed;
    private final Optional<Registry> registry;
    private final Set<String> denied;
    private final Map<String, FileChange> changed = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private int asked;

    private Dependencies(Installed installed, Optional<Registry> registry, Set<String> denied) {
        this.installed = installed;
        this.registry = registry;
        this.denied = denied;
    }

    /// What is to be said of the packages that a change adds.
    ///
    /// @param registry whom to ask what is known nowhere here
    /// @param denied licences that the project does not want, as SPDX calls them
    public static List<Remark> look(
            List<FileChange> changes, Installed installed, Optional<Registry> registry, Set<String> denied) {
        Dependencies looking = new Dependencies(installed, registry, denied);
        changes.forEach(each -> looking.changed.put(each.path(), each));
        for (FileChange change : changes) {
            if (change.kind() == FileChange.Kind.WRITTEN) {
                Ecosystem.of(change.path()).ifPresent(ecosystem -> looking.look(ecosystem, change));
            }
        }
        return looking.remarks;
    }

    /// What lock files knew before and know now.
    private record Locks(boolean isThere, Set<String> before, Map<String, String> now) {}

    private void look(Ecosystem ecosystem, FileChange change) {
        Map<String, Declaration> before = new HashMap<>();
        Manifests.read(ecosystem, change.formerPath().orElse(change.path()), change.before())
                .forEach(each -> before.put(each.name(), each));
        Locks locks = locks(ecosystem, change.path());
        Set<String> known = new HashSet<>(locks.before());
        known.addAll(before.keySet());
        Set<String> seen = new HashSet<>();
        for (Declaration each : Manifests.read(ecosystem, change.path(), change.after())) {
            Optional<Declaration> earlier = Optional.ofNullable(before.get(each.name()));
            boolean isNew = earlier.isEmpty() && change.added().has(each.line()) && seen.add(each.name());
            if (isNew) {
                added(ecosystem, change, each, known, locks);
            } else if (change.added().has(each.versionLine())) {
                earlier.flatMap(one -> Versions.jump(each.name(), one.version(), each.version()))
                        .filter(claim -> seen.add(each.name()))
                        .ifPresent(claim -> remarks.add(
                                DependencyRule.VERSION_JUMP.remark(change.path(), each.versionLine(), claim)));
            }
        }
    }

    private void added(Ecosystem ecosystem, FileChange change, Declaration added, Set<String> known, Locks locks) {
        String name = added.name();
        if (Versions.isAny(added.version())) {
            say(DependencyRule.UNPINNED_PACKAGE, change, added, "adds `%s` in whatever version".formatted(name));
        }
        if (!known.contains(name)) {
            LookAlike.of(ecosystem, name, known)
                    .ifPresent(other -> say(
                            DependencyRule.LOOK_ALIKE_PACKAGE,
                            change,
                            added,
                            "adds `%s`, which is one slip from `%s` that is used already".formatted(name, other)));
        }
        Path folder = folder(change.path());
        Optional<Installed.Found> here = installed.find(ecosystem, name, added.version(), folder);
        Optional<String> licence = Optional.ofNullable(locks.now().get(name))
                .filter(each -> !each.isEmpty())
                .or(() -> here.flatMap(Installed.Found::licence));
        licence.ifPresent(each -> licence(change, added, each));
        if (here.isEmpty() && !locks.now().containsKey(name)) {
            exists(ecosystem, change, added, locks);
        }
    }

    private void exists(Ecosystem ecosystem, FileChange change, Declaration added, Locks locks) {
        String name = added.name();
        Registry.Answer answer = registry.filter(each -> asked++ < MOST_QUESTIONS)
                .map(each -> each.ask(ecosystem, name, added.version(), installed.root()))
                .orElse(Registry.Answer.SILENT);
        switch (answer) {
            case KNOWN -> {}
            case UNKNOWN ->
                say(
                        DependencyRule.INVENTED_PACKAGE,
                        change,
                        added,
                        "adds `%s`, which the registry does not know".formatted(name));
            case SILENT -> {
                if (locks.isThere()) {
                    say(
                            DependencyRule.UNLOCKED_PACKAGE,
                            change,
                            added,
                            "adds `%s`, which neither the lock file nor what is installed knows".formatted(name));
                }
            }
        }
    }

    private void licence(FileChange change, Declaration added, String licence) {
        String name = added.name();
        if (isDenied(licence)) {
            say(
                    DependencyRule.DENIED_LICENCE,
                    change,
                    added,
                    "adds `%s` under `%s`, which is denied".formatted(name, licence));
            return;
        }
        switch (Licence.of(licence)) {
            case LIBERAL -> {}
            case NONE ->
                say(DependencyRule.MISSING_LICENCE, change, added, "adds `%s`, which names no licence".formatted(name));
            case STRONG_COPYLEFT -> {
                if (!isFree()) {
                    String claim = "adds `%s` under `%s`, which asks that the whole programme is under it"
                            .formatted(name, licence);
                    say(DependencyRule.COPYLEFT_LICENCE, change, added, claim);
                }
            }
        }
    }

    /// `GPL-3.0` stands for `GPL-3.0-only` and `GPL-3.0+` too, and not for `LGPL-3.0`.
    private boolean isDenied(String licence) {
        return WORDS.splitAsStream(licence)
                .anyMatch(word -> denied.stream()
                        .anyMatch(each -> word.equals(each) || word.startsWith(each + "-") || word.equals(each + "+")));
    }

    private void say(DependencyRule rule, FileChange change, Declaration added, String claim) {
        remarks.add(rule.remark(change.path(), added.line(), claim));
    }

    /// Whether the project itself is under such a licence.
    private boolean isFree() {
        return LICENCE_FILES.stream()
                .map(each -> onDisk(installed.root().resolve(each)))
                .anyMatch(each -> FREE.matcher(each).find());
    }

    private Path folder(String path) {
        Path parent = installed.root().resolve(path).getParent();
        return parent == null ? installed.root() : parent;
    }

    /// The lock files beside a manifest, or in the nearest folder around it that has any.
    private Locks locks(Ecosystem ecosystem, String path) {
        for (Path folder : installed.upwards(folder(path))) {
            Set<String> before = new HashSet<>();
            Map<String, String> now = new HashMap<>();
            boolean isThere = false;
            for (String name : ecosystem.locks()) {
                Path file = folder.resolve(name);
                String told = installed.root().relativize(file).toString().replace('\\', '/');
                Optional<FileChange> change = Optional.ofNullable(changed.get(told));
                String after = change.map(FileChange::after).orElseGet(() -> onDisk(file));
                isThere |= !after.isEmpty();
                now.putAll(LockFile.read(ecosystem, name, after).licences());
                before.addAll(LockFile.read(
                                ecosystem, name, change.map(FileChange::before).orElse(after))
                        .licences()
                        .keySet());
            }
            if (isThere) {
                return new Locks(true, before, now);
            }
        }
        return new Locks(false, Set.of(), Map.of());
    }

    private static String onDisk(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
