package dev.fairlead.core.secret;

/// A stretch of text that is taken for a secret.
///
/// @param rule the id of the rule that says so, see [SecretRule]
/// @param from where the secret begins
/// @param to where it ends, exclusive
public record Secret(String rule, int from, int to) {

    public Secret {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a secret from %d to %d is no stretch of text".formatted(from, to));
        }
    }
}
