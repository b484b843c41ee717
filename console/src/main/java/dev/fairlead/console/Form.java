package dev.fairlead.console;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a browser sends with a form, or behind the question mark of an address.
record Form(Map<String, List<String>> fields) {

    /// The most that is read of a form: a policy file of the longest kind, each of its characters written in full.
    static final int MOST = 16 << 20;

    static Form of(ServerRequest request) throws IOException {
        try (InputStream body = request.content().inputStream()) {
            byte[] bytes = body.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new IllegalArgumentException(Say.say("error.too-large"));
            }
            return read(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    static Form read(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int end = pair.indexOf('=');
            if (end > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, end)), _ -> new ArrayList<>())
                        .add(decoded(pair.substring(end + 1)));
            }
        }
        return new Form(fields);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// What a field holds; empty where it is not there or blank.
    Optional<String> first(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .findFirst();
    }

    /// The same, as one wrote it.
    String text(String name) {
        List<String> all = fields.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    /// Everything that a field holds.
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
