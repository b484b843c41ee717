package dev.fairlead.core.session;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Origin;

/// Something the agent did with git that changes a repository or a remote.
///
/// @param verb git's own subcommand, such as `commit`
/// @param worked whether the command line that it stands in ended well
public record GitAction(String verb, boolean worked, CallId call, long sequence, Origin origin) {}
