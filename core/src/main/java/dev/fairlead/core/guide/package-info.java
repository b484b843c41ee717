/// Guidance: what an agent is told about what was found, how firmly, when not at all, and what came of it.
@NullMarked
package dev.fairlead.core.guide;

import org.jspecify.annotations.NullMarked;
