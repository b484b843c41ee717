package dev.fairlead.core.secret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every rule there is, by id.
public final class SecretRules {

    private static final List<SecretRule> GENERAL = List.of(
            new SecretRule(
                    "private-key",
                    "a private key in armour",
                    "`-----BEGIN … PRIVATE KEY-----` with something behind it"),
            new SecretRule(
                    "json-web-token",
                    "a JSON web token",
                    "two parts in base64 that begin with `ey`, the first a whole JSON object; a signature may follow"),
            new SecretRule(
                    "url-password",
                    "a password in an address",
                    "`scheme://name:password@host`; at a host without a dot, on this machine or of an example, not where "
                            + "the password is a word such as `password`"),
            new SecretRule(
                    "authorization-header",
                    "a token in a header",
                    "`Authorization:`, a scheme or none, and eight or more characters with letters and digits"),
            new SecretRule("curl-user", "a password of a request", "`-u name:password` or `--user` after `curl`"),
            new SecretRule(
                    "named-password",
                    "a password beside its name",
                    "a name with `password`, `passwd`, `passphrase`, `pwd` or `pass`, and six or more characters that are "
                            + "no words of code"),
            new SecretRule(
                    "named-key",
                    "a key or token beside its name",
                    "a name with `secret`, `token`, `credential` or a kind of key (`api_key`, `private_key`, …), and ten or "
                            + "more random characters"),
            new SecretRule(
                    "random-literal",
                    "a quoted random text that nothing names",
                    "32 to 200 characters of base64 in quotes, capitals, small letters and digits, more than 4.5 bits each"),
            new SecretRule(
                    Extra.PUBLIC_ADDRESS.rule(),
                    "an address of the public internet",
                    "four numbers with dots; only where asked for"),
            new SecretRule(
                    Extra.HEX_LITERAL.rule(),
                    "quoted plain hex that nothing names",
                    "24 to 200 hex digits in quotes, more than 3 bits each; only where asked for"));

    private SecretRules() {}

    /// The rules that need no provider's name, in the order in which the page tells them.
    public static List<SecretRule> general() {
        return GENERAL;
    }

    /// The rules for keys that tell by themselves whose they are.
    public static List<SecretRule> ofProviders() {
        return joined(ProviderKeys.ALL);
    }

    /// The rules for keys that only a name beside them tells.
    public static List<SecretRule> ofNames() {
        return joined(NamedKeys.ALL);
    }

    private static List<SecretRule> joined(List<Family> families) {
        Map<String, SecretRule> rules = new LinkedHashMap<>();
        for (Family family : families) {
            String shape = "`%s`".formatted(family.shape());
            String told = family.names().isEmpty()
                    ? shape
                    : "%s beside `%s`".formatted(shape, String.join("`, `", family.names()));
            rules.merge(
                    family.rule(),
                    new SecretRule(family.rule(), family.provider(), told),
                    (known, more) -> new SecretRule(known.id(), known.secret(), known.told() + "; " + more.told()));
        }
        return List.copyOf(rules.values());
    }
}
