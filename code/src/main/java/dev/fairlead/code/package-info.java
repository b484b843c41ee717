/// What agents do to the code: metrics, findings, changes and the report card.
@NullMarked
package dev.fairlead.code;

import org.jspecify.annotations.NullMarked;
