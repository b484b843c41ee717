/// The detectors, one file each, and their catalogue.
@NullMarked
package dev.fairlead.core.detectors;

import org.jspecify.annotations.NullMarked;
