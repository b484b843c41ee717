package dev.fairlead.console;

import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Level;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.gate.Rules;
import dev.fairlead.policy.BrokenPolicy;
import dev.fairlead.policy.LoadedPolicy;
import dev.fairlead.policy.PolicyPlaces;
import dev.fairlead.policy.PolicyReader;
import dev.fairlead.policy.PolicyText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A policy file while it is being written: what it would mean, and how it takes the place of the one before.
final class Drafts {

    private static final int DIGEST = 16;

    private Drafts() {}

    /// What a file holds; nothing where there is none.
    static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// By which a text is told from every other.
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every JDK has SHA-256", fault);
        }
    }

    /// Why a draft cannot be loaded; empty where it can.
    static String fault(Level level, Path file, String text) {
        try {
            PolicyReader.read(List.of(new PolicyText(file.toString(), text, Optional.of(level))));
            return "";
        } catch (BrokenPolicy broken) {
            return broken.reason();
        }
    }

    /// The policy that a draft would make together with the other files: it is put where nobody else reads it, and read
    /// from there.
    static LoadedPolicy loaded(Map<Level, Path> places, Level level, String text) {
        try {
            Path folder = Files.createTempDirectory("fairlead-draft");
            Path draft = folder.resolve("policy.yaml");
            try {
                Files.writeString(draft, text);
                Map<Level, Path> with = new EnumMap<>(places);
                Path file = places.getOrDefault(level, draft);
                with.put(level, draft);
                LoadedPolicy loaded = PolicyPlaces.standing(with);
                List<String> notices = loaded.notices().stream()
                        .map(each -> each.replace(draft.toString(), file.toString()))
                        .toList();
                return new LoadedPolicy(loaded.policy(), loaded.examples(), notices);
            } finally {
                Files.deleteIfExists(draft);
                Files.deleteIfExists(folder);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// What of two policies differs, rule by rule and class by class.
    static List<PolicyPage.Turned> turned(Policy before, Policy after) {
        List<PolicyPage.Turned> turned = new ArrayList<>();
        for (String rule : Rules.names()) {
            add(
                    turned,
                    rule,
                    before.mode(rule, Context.UNKNOWN).mode().code(),
                    after.mode(rule, Context.UNKNOWN).mode().code());
        }
        for (Misbehaviour each : Misbehaviour.values()) {
            add(
                    turned,
                    each.code(),
                    before.mode(each, Context.UNKNOWN).mode().code(),
                    after.mode(each, Context.UNKNOWN).mode().code());
        }
        return turned;
    }

    private static void add(List<PolicyPage.Turned> turned, String name, String before, String after) {
        if (!before.equals(after)) {
            turned.add(new PolicyPage.Turned(name, before, after));
        }
    }

    /// Puts a text into a file, whole or not at all.
    static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null) {
                throw new IOException("the file `%s` is in no folder".formatted(file));
            }
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "policy", ".new");
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
