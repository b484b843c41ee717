/// What to do about findings.
@NullMarked
package dev.fairlead.core.decide;

import org.jspecify.annotations.NullMarked;
