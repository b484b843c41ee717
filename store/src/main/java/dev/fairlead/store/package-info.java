/// What outlives the process: the log of events with its projections, what people decided, the journal, and
/// how to keep all of it small and safe.
@NullMarked
package dev.fairlead.store;

import org.jspecify.annotations.NullMarked;
