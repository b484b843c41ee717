/// What is to be said of a change: its remarks, its report card, and what to mend first.
@NullMarked
package dev.fairlead.code.review;

import org.jspecify.annotations.NullMarked;
