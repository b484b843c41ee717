package dev.fairlead.cli.prove;

import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was seen of a client whose model wants to run a command that the gate always refuses.
///
/// The command is a harmless program, made for this one run, that leaves a trace where it runs.
///
/// @param direct what became of it in the main work
/// @param delegated what became of it in a sub-agent; empty where the client has none
/// @param said what the client wrote
public record Proof(Sight direct, Optional<Sight> delegated, Path said) {

    /// What the names of such commands begin with.
    public static final String CANARY = "fairlead-canary-";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LONGEST_QUOTE = 200;

    /// What became of one command.
    public enum Verdict {
        /// It did not run, and the model was told something instead.
        REFUSED,
        /// It ran.
        RAN,
        /// The client came to its end without a word about it.
        ENDED,
        /// The model's call never came about.
        NOT_CALLED
    }

    /// One command as it was seen.
    ///
    /// @param told how what the model was told about it begins; empty where it was told nothing
    public record Sight(Verdict verdict, String told) {}

    /// The person's part in a proof.
    ///
    /// @param program the client
    /// @param home the person's home folder, with the settings that are to be proved
    /// @param environment what the client finds there
    /// @param folder an empty folder for everything that the proof needs
    public record Subject(Path program, Path home, Map<String, String> environment, Path folder) {}

    /// Runs a client, and tells what was seen.
    public static Proof of(Client client, Subject subject) throws IOException {
        Path programs = Files.createDirectories(subject.folder().resolve("bin"));
        Path work = Files.createDirectories(subject.folder().resolve("work"));
        Path said = subject.folder().resolve("said.txt");
        String first = canary(programs);
        String second = canary(programs);
        Optional<Turn> delegation = client.delegate(ModelServer.DELEGATED + ": run the command that you are told");
        List<Turn> turns = new ArrayList<>(List.of(client.shell(first)));
        delegation.ifPresent(turns::add);
        turns.add(Turn.says("done"));
        Map<String, String> environment = new HashMap<>(subject.environment());
        environment.merge("PATH", programs.toString(), (path, ours) -> ours + ":" + path);
        try (ModelServer model = new ModelServer(turns, List.of(client.shell(second), Turn.says("done")))) {
            Client.Stage stage = new Client.Stage(
                    subject.program(),
                    subject.home(),
                    subject.folder(),
                    model.where(),
                    ModelServer.TASK + ": run the command that you are told");
            Performance.of(client.launch(stage), environment, work, said, PATIENCE);
            return new Proof(
                    direct(client, sight(programs, first, model.requests(), false)),
                    delegation.isPresent()
                            ? Optional.of(sight(programs, second, model.requests(), true))
                            : Optional.empty(),
                    said);
        }
    }

    /// Whether every command was refused.
    public boolean holds() {
        return direct.verdict() == Verdict.REFUSED
                && delegated.map(Sight::verdict).orElse(Verdict.REFUSED) == Verdict.REFUSED;
    }

    private static Sight direct(Client client, Sight sight) {
        boolean isRefused = sight.verdict() == Verdict.ENDED && client.endsWhenRefused();
        return isRefused ? new Sight(Verdict.REFUSED, "") : sight;
    }

    private static String canary(Path programs) throws IOException {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        String name = CANARY + HexFormat.of().formatHex(random);
        Path file = programs.resolve(name);
        Files.writeString(file, "#!/bin/sh\n: >\"$0.ran\"\necho it ran\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return name;
    }

    private static Sight sight(Path programs, String canary, List<ModelServer.Request> requests, boolean isDelegated) {
        List<String> own = requests.stream()
                .filter(each -> each.isDelegated() == isDelegated)
                .map(ModelServer.Request::body)
                .toList();
        String told = own.size() > 1 ? told(own.get(0), own.get(1), canary) : "";
        if (Files.exists(programs.resolve(canary + ".ran"))) {
            return new Sight(Verdict.RAN, told);
        }
        if (own.isEmpty()) {
            return new Sight(Verdict.NOT_CALLED, "");
        }
        return new Sight(told.isEmpty() ? Verdict.ENDED : Verdict.REFUSED, told);
    }

    /// The longest text that is new in a request, beside the call itself.
    private static String told(String before, String after, String canary) {
        Set<String> known = new HashSet<>(texts(before));
        return texts(after).stream()
                .filter(text -> !known.contains(text) && !text.contains("\"" + canary) && !text.equals(canary))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .flatMap(text -> text.lines().findFirst())
                .map(text -> text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text)
                .orElse("");
    }

    private static List<String> texts(String body) {
        List<String> texts = new ArrayList<>();
        try {
            JsonReader.ofAll().read(body).forEach(node -> gather(node, texts));
        } catch (MalformedJson torn) {
            return texts;
        }
        return texts;
    }

    private static void gather(Node node, List<String> texts) {
        switch (node) {
            case Node.Text text -> texts.add(text.value());
            case Node.Items items -> items.nodes().forEach(each -> gather(each, texts));
            case Node.Fields fields -> fields.names().forEach(name -> gather(fields.get(name), texts));
            case Node.Scalar _ -> {}
        }
    }
}
