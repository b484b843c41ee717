package dev.fairlead.proof;

import dev.fairlead.core.secret.SecretRule;
import dev.fairlead.core.secret.SecretRules;
import java.util.List;

/// The page that documents what is taken for a secret, made of the catalogue of rules.
final class SecretPage {

    private static final String HEAD = """
            # Secrets

            Made from the catalogue of rules by `mvn -Dpages verify`; do not edit by hand.

            Reports mask what these rules find, and `fairlead check-secrets --batch` tells it of any text: one JSON object a
            line with `id` and `text` on standard input, one with `id`, `secret` and `rules` for each on standard output. A
            line that cannot be read is answered with an `error`.

            A text is read once from left to right, in time linear to its length. `{alnum 36}` stands for 36 letters and
            digits, `{hex 8-12}` for 8 to 12 hex digits in small letters, `{word 20+}` for 20 or more letters, digits,
            hyphens and underscores; `{[a-f_] 4}` spells the characters out.

            ## Left alone

            - placeholders and examples: `your_token`, `changeme`, `<password>`, `***`, AWS ids that end in `EXAMPLE`, keys that
              Google publishes in its own samples
            - test values: words, one character again and again, `12345678`, `abcdef`, the same piece three times over
            - references: `$TOKEN`, `${TOKEN}`, `$(cat file)`, `{{ token }}`, `%TOKEN%`, `process.env.TOKEN`, paths
            - checksums and UUIDs, unless a provider whose keys look so is named beside them
            - names that tell about a secret: `token_count`, `password_file`, `secret_name`, `next_page_token`, `public_key`
            - code: `password = read(file)`, `token: string`, `password => input`

            ## Missed

            - passwords and passphrases that nothing names, or that consist of words with capitals or full stops
            - secrets that are cut in pieces, encoded, or beyond 512 characters behind their name
            - keys of providers that are not below, without a telling name
            """;

    private SecretPage() {}

    /// The whole page.
    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        section(page, "Told by what stands around them", "secret", SecretRules.general());
        section(page, "Told by their own look", "key of", SecretRules.ofProviders());
        section(page, "Told by their look and the name beside them", "key of", SecretRules.ofNames());
        return page.toString();
    }

    private static void section(StringBuilder page, String title, String what, List<SecretRule> rules) {
        page.append("\n## ").append(title).append("\n\n| rule | ").append(what).append(" | told by |\n|---|---|---|\n");
        for (SecretRule rule : rules) {
            page.append("| `%s` | %s | %s |\n".formatted(rule.id(), rule.secret(), rule.told()));
        }
    }
}
