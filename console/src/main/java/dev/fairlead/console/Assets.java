package dev.fairlead.console;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// Scripts, styles and pictures, from the class path. Their addresses change with their content, so a browser may keep
/// them for good.
final class Assets {

    private static final int DIGEST = 10;

    private static final Map<String, Asset> ALL = Map.of(
            "console.css", own("console.css", "text/css; charset=utf-8"),
            "console.js", own("console.js", "text/javascript; charset=utf-8"),
            "timeline.js", own("timeline.js", "text/javascript; charset=utf-8"),
            "mark.svg", own("mark.svg", "image/svg+xml"),
            "htmx.js",
                    asset(
                            "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                            "text/javascript; charset=utf-8"));

    private Assets() {}

    /// One of them, as it is sent.
    private static final class Asset {
        private final byte[] bytes;
        private final String type;
        private final String digest;

        Asset(byte[] bytes, String type, String digest) {
            this.bytes = bytes;
            this.type = type;
            this.digest = digest;
        }
    }

    private static Asset own(String name, String type) {
        return asset("/dev/fairlead/console/assets/" + name, type);
    }

    private static Asset asset(String path, String type) {
        try (InputStream stream = Assets.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IOException("the archive lacks " + path);
            }
            byte[] bytes = stream.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Asset(bytes, type, HexFormat.of().formatHex(digest).substring(0, DIGEST));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every JDK has SHA-256", fault);
        }
    }

    /// The address of an asset.
    static String address(String name) {
        Asset asset = ALL.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("there is no asset `%s`".formatted(name));
        }
        return "/assets/%s/%s".formatted(asset.digest, name);
    }

    static void serve(ServerRequest request, ServerResponse response) {
        Asset asset = ALL.get(request.path().pathParameters().get("name"));
        if (asset == null) {
            response.status(Status.NOT_FOUND_404).send("".getBytes(StandardCharsets.UTF_8));
            return;
        }
        response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, asset.type))
                .header(HeaderValues.create(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable"))
                .header(HeaderValues.create("X-Content-Type-Options", "nosniff"))
                .send(asset.bytes);
    }
}
