/// What happened, in the past tense: the events of a session.
@NullMarked
package dev.fairlead.core.event;

import org.jspecify.annotations.NullMarked;
