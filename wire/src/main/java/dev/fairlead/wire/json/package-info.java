/// JSON as a small tree, read strictly and within bounds.
@NullMarked
package dev.fairlead.wire.json;

import org.jspecify.annotations.NullMarked;
