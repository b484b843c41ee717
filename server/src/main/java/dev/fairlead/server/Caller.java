package dev.fairlead.server;

import java.util.Set;

/// The person who asks something of the server.
///
/// @param groups to which they belong
/// @param isOwner whether they come with the token of the server's owner, who alone may say who else decides
public record Caller(String name, Set<String> groups, boolean isOwner) {
    public Caller {
        groups = Set.copyOf(groups);
    }
}
