/// The detectors, one class for each misbehaviour, and their catalogue.
@NullMarked
package dev.fairlead.core.detectors;

import org.jspecify.annotations.NullMarked;
