package dev.fairlead.core.secret;

/// What a rule takes for a secret, for people.
///
/// @param id the name that results carry
/// @param secret what it finds
/// @param told how it is told
public record SecretRule(String id, String secret, String told) {}
