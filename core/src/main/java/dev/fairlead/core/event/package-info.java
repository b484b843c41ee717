/// What happens in a session: events, their places in their source, and what an agent did.
@NullMarked
package dev.fairlead.core.event;

import org.jspecify.annotations.NullMarked;
