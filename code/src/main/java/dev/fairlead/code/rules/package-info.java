/// What agents leave behind in code that someone will pay for: one class for each.
@NullMarked
package dev.fairlead.code.rules;

import org.jspecify.annotations.NullMarked;
