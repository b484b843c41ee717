package dev.fairlead.cli.connect;

import dev.fairlead.core.event.Value;
import dev.fairlead.wire.json.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What makes Codex run our hooks: it passes over each whose digest a person has not accepted, without
/// a word.
///
/// The digest is over the hook's definition, so it changes with it; its key tells the file, the event
/// and the place among the hooks of that event.
///
/// @param file Codex's own settings, `config.toml`
/// @param hooks the hooks that are to be trusted
record CodexTrust(Path file, HookSettings hooks) implements Part {

    private static final Pattern CAPITAL = Pattern.compile("(?<!^)[A-Z]");

    @Override
    public Optional<String> connected(Texts texts) throws IOException {
        String now = texts.of(file).orElse("");
        String block = block(texts.of(hooks.file()).orElse(""));
        if (now.contains(block)) {
            return Optional.of(now);
        }
        String others = without(now);
        for (HookSettings.Placed each :
                HookSettings.placed(texts.of(hooks.file()).orElse(""))) {
            others = withoutTable(others, header(each)); // a table that stands twice is an error to Codex
        }
        String gap = others.isEmpty() || others.endsWith("\n") ? "" : "\n";
        return Optional.of(others + gap + block);
    }

    @Override
    public Optional<String> disconnected(Texts texts, Optional<String> original) throws IOException {
        return texts.of(file).map(this::without);
    }

    @Override
    public boolean isPresent(Texts texts) throws IOException {
        return texts.of(file).filter(now -> now.contains(begin())).isPresent();
    }

    private String without(String text) {
        int from = text.indexOf(begin());
        int end = text.indexOf(end(), Math.max(0, from));
        if (from < 0 || end < 0) {
            return text;
        }
        int to = end + end().length();
        return text.substring(0, from) + text.substring(text.startsWith("\n", to) ? to + 1 : to);
    }

    /// One settings file of Codex may hold the trust of hooks in several files.
    private String begin() {
        return "# %s: trusted in %s (`fairlead connect codex`)".formatted(Bridge.MARK, hooks.file());
    }

    private String end() {
        return "# %s: end of %s".formatted(Bridge.MARK, hooks.file());
    }

    private String block(String settings) throws IOException {
        List<String> lines = new ArrayList<>(List.of(begin()));
        for (HookSettings.Placed each : HookSettings.placed(settings)) {
            lines.add(header(each));
            lines.add("trusted_hash = \"" + digest(each) + "\"");
        }
        lines.add(end());
        return String.join("\n", lines) + "\n";
    }

    private String header(HookSettings.Placed hook) {
        String name = hooks.file().toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return "[hooks.state.\"%s:%s:%d:0\"]".formatted(name, snake(hook.event()), hook.index());
    }

    private static String withoutTable(String text, String header) {
        int from = text.indexOf(header);
        if (from < 0) {
            return text;
        }
        int to = text.indexOf("\n[", from);
        return text.substring(0, from) + (to < 0 ? "" : text.substring(to + 1));
    }

    /// Codex's digest of a hook: that of the definition as JSON, keys in order, with what it adds by
    /// itself.
    static String digest(HookSettings.Placed hook) {
        SortedMap<String, Value> fields = new TreeMap<>();
        if (hook.group() instanceof Value.Fields group) {
            fields.putAll(group.values());
        }
        fields.put("event_name", new Value.Text(snake(hook.event())));
        if (fields.get("hooks") instanceof Value.Items handlers) {
            fields.put(
                    "hooks",
                    new Value.Items(handlers.values().stream()
                            .map(CodexTrust::completed)
                            .toList()));
        }
        StringWriter written = new StringWriter();
        try (JsonWriter json = new JsonWriter(written)) {
            json.value(new Value.Fields(fields));
        }
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256")
                    .digest(written.toString().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }

    private static Value completed(Value handler) {
        if (!(handler instanceof Value.Fields fields)) {
            return handler;
        }
        SortedMap<String, Value> all = new TreeMap<>(fields.values());
        all.putIfAbsent("async", new Value.Flag(false));
        return new Value.Fields(all);
    }

    private static String snake(String event) {
        return CAPITAL.matcher(event).replaceAll(found -> "_" + found.group()).toLowerCase(Locale.ROOT);
    }
}
