/// How agents are wired to Fairlead: one [dev.fairlead.cli.connect.Connector] for each, and the bridge
/// between them.
@NullMarked
package dev.fairlead.cli.connect;

import org.jspecify.annotations.NullMarked;
