/// What is done about a finding.
@NullMarked
package dev.fairlead.core.decide;

import org.jspecify.annotations.NullMarked;
