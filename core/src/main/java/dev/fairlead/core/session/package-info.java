/// What is known of a session so far: bounded facts that every detector and rule may use.
@NullMarked
package dev.fairlead.core.session;

import org.jspecify.annotations.NullMarked;
