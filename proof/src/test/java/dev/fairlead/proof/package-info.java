/// The rules of the house, each with an offender that it must refuse.
@NullMarked
package dev.fairlead.proof;

import org.jspecify.annotations.NullMarked;
