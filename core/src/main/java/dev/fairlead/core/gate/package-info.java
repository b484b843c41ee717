/// Rules about one call before it runs.
@NullMarked
package dev.fairlead.core.gate;

import org.jspecify.annotations.NullMarked;
