package dev.fairlead.core.secret;

/// A rule that is asked for by name, since what it tells is more often harmless than secret.
public enum Extra {
    /// An address of the public internet: versions with four numbers look the same.
    PUBLIC_ADDRESS("public-address"),
    /// Quoted plain hex that nothing names: checksums and identifiers look the same.
    HEX_LITERAL("hex-literal");

    private final String rule;

    Extra(String rule) {
        this.rule = rule;
    }

    /// The id of the rule.
    public String rule() {
        return rule;
    }
}
