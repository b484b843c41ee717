package dev.fairlead.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts with and without secrets. `§` stands for a random part, so that none of them is a key in this repository.
final class SecretsTest {

    private static final String RANDOM = "Zk3v9QxW7Lm2pT8d";

    private static final String QUIET = """
            # references
            password: ${DB_PASSWORD}
            api_key=$API_KEY
            token = os.environ['TOKEN_9a8b7c6d5e']
            secret: "{{ vault.secret }}"
            password = "%DB_PASSWORD%"
            export TOKEN=$(cat /run/token)
            X-Api-Key: <your key here>
            # placeholders, examples and test values
            password = "changeme"
            api_key = "your_api_key_12345"
            secret: "xxxxxxxxxxxx"
            token = "abcdefgh12345678"
            token: "a1b2a1b2a1b2a1b2a1b2"
            password: "********"
            password = ''
            aws_key = AKIAIOSFODNN7EXAMPLE
            postgres://user:password@localhost:5432/db
            https://user:${TOKEN}@git.internal.net/repo
            curl -u name:password https://host
            curl -u "$NAME:$PASSWORD" https://host
            Authorization: Bearer $TOKEN
            Authorization: Bearer <token>
            # code and words
            password = read_password(file)
            token := self.tokens[index2]
            if (password == null) {
            secret: string;
            password => value9x8y7z6
            token: Optional[str] = None
            the token is kept in the keyring
            please enter your password: it must have 8 characters
            password = "Please enter your password."
            # names that tell about a secret
            token_count = 123456789012
            "hashed_password": "9x8y7z6w5v4u3t2s1r0q"
            password_file: "/etc/keys/9x8y7z6w5v"
            secret_name = "db-Zk3v9QxW7Lm2"
            next_page_token: "Zk3v9QxW7Lm2pT8d"
            public_key = "Zk3v9QxW7Lm2pT8dZk3v"
            # checksums, identifiers, addresses
            sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            "integrity": "sha512-Zk3v9QxW7Lm2pT8dUq1nR5yB0gHjC6eKfS4aVtXoMiDwEzNl/PbYrO+Q"
            ["2b00042f7481c7b056c4b410d28f33cf"]
            token = 123e4567-e89b-12d3-a456-426614174000
            commit 2b00042f7481c7b056c4b410d28f33cfe9a1b0c2
            ssh 93.184.216.34
            https://example.org:8000/a@b
            # the shape of a key within something else
            /srv/icons/video.ico-7a388b69018576d24b59331fd60aab0c.png
            -----BEGIN RSA PRIVATE KEY-----
            -----BEGIN PRIVATE KEY----------END PRIVATE KEY-----
            if line == "-----BEGIN PRIVATE KEY-----":
            -----BEGIN PUBLIC KEY----- MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE -----END PUBLIC KEY-----
            eyJhbGciOiJIUzI1NiJ9
            task-sk-short and desk-lamps-are-nice-things
            """;

    static Stream<String> quiet() {
        return QUIET.lines().filter(line -> !line.startsWith("# "));
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void staysQuiet(String text) {
        assertThat(Secrets.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "named-password       | password = \"{hunter2!}\"",
                "named-password       | \"dbPassword\": \"{k9#Lq!2x}\"",
                "named-password       | db_pass: '{k9#Lq!2x}'",
                "named-password       | PGPASSWORD={k9Lq2xTz}",
                "named-password       | --password \"{k9#Lq!2x}\"",
                "named-password       | if (\"{k9#Lq!2x}\" == my_password) {",
                "named-password       | if (password !== '{k9#Lq!2x}') {",
                "named-password       | char password[25] = \"{k9#Lq!2x}\";",
                "named-password       | <password>{k9#Lq!2x}</password>",
                "named-password       | setenv('DB_PASSWORD', '{k9#Lq!2x}')",
                "named-password       | password \"{k9#Lq!2x}\";",
                "named-password       | passphrase = \"{correct horse battery staple}\"",
                "named-password       | {\\\"password\\\": \\\"{k9#Lq!2x}\\\"}",
                "named-key            | API_KEY={§}",
                "named-key            | client_secret: \"{§}\"",
                "named-key            | x-api-key: {§}",
                "named-key            | https://host/path?token={§}&page=2",
                "named-key            | \"aws_secret_access_key\" := `{§/+=}`",
                "aws-secret-key       | aws_secret_access_key = {§§aB3dE6gH}",
                "authorization-header | curl -H 'Authorization: Bearer {§}' host",
                "authorization-header | Authorization: {§}",
                "curl-user            | curl -s -u \"ann:{k9#Lq!2x}\" host",
                "curl-user            | curl --user ann:{k9Lq2xTz} host",
                "url-password         | https://ann:{k9Lq2xTz}@git.internal.net/repo",
                "url-password         | redis://:{k9Lq2xTz}@cache:6379/0",
                "random-literal       | connect(\"{§hYb5RnC1gJ4uKf6E}\")",
            })
    void finds(String rule, String marked) {
        String filled = marked.replace("§", RANDOM);
        int from = filled.startsWith("{\\") ? filled.indexOf('{', 1) : filled.indexOf('{');
        int to = filled.indexOf('}', from) - 1;
        String text = filled.substring(0, from) + filled.substring(from + 1, to + 1) + filled.substring(to + 2);
        assertThat(Secrets.in(text)).containsExactly(new Secret(rule, from, to));
    }

    @Test
    void findsPrivateKeysWholeCutAndWithBreaksWrittenOut() {
        String head = "-----BEGIN RSA " + "PRIVATE KEY-----";
        String foot = "-----END RSA " + "PRIVATE KEY-----";
        for (String text : List.of(
                head + "\nMIIE\nabc=\n" + foot,
                head + "\\nMIIE\\nabc=\\n" + foot,
                head + "\nMIIE",
                head + "\nProc-Type: 4,ENCRYPTED\n\nMIIE\n" + foot)) {
            assertThat(Secrets.in("a " + text + "\"b"))
                    .containsExactly(new Secret("private-key", 2, 2 + text.length()));
        }
    }

    @Test
    void findsWebTokensWithAndWithoutASignature() {
        String header = "eyJhbGciOi" + "JIUzI1NiJ9";
        String claims = "eyJzdWIiOi" + "IxMjM0NTY3ODkwIn0";
        for (String token : List.of(header + "." + claims, header + "." + claims + "." + RANDOM)) {
            assertThat(Secrets.in("jwt " + token)).containsExactly(new Secret("json-web-token", 4, 4 + token.length()));
        }
        assertThat(Secrets.in(header.substring(0, 18) + "." + claims)).isEmpty();
    }

    @Test
    void findsMoreWhereAskedTo() {
        String text =
                "ssh 93.184.216.34 # [\"2b00042f7481c7b056c4b410d28f33cf\"] 10.0.0.1 1.2.3.4.5 1.2.3.400 1.2.3.04";
        assertThat(Secrets.in(text, EnumSet.of(Extra.PUBLIC_ADDRESS)))
                .containsExactly(new Secret("public-address", 4, 17));
        assertThat(Secrets.in(text, EnumSet.of(Extra.HEX_LITERAL))).containsExactly(new Secret("hex-literal", 22, 54));
        assertThat(Secrets.in(text, Set.of())).isEmpty();
    }

    @Test
    void masksAllButTheBeginningOfLongOnes() {
        String token = "ghp" + "_" + "Zk3v9QxW".repeat(4) + "7Lm2";
        String key = "-----BEGIN " + "PRIVATE KEY-----\nabc";
        assertThat(Secrets.redact("a " + token + " b password='hunter2!' c " + key))
                .isEqualTo("a ghp_…[masked] b password='…[masked]' c [private key]");
        assertThat(Secrets.redact("nothing")).isEqualTo("nothing");
    }
}
