package dev.fairlead.core.secret;

/// What a rule saw at a place.
///
/// @param rule the id of the rule where there is a secret, else empty
/// @param from where the secret begins, or what was looked at
/// @param to where that ends
record Look(String rule, int from, int to) {

    /// There was nothing to look at.
    static final Look NOTHING = new Look("", 0, 0);

    boolean isSecret() {
        return !rule.isEmpty();
    }
}
