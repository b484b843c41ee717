/// Facts about a session so far, which every detector and rule may use.
@NullMarked
package dev.fairlead.core.session;

import org.jspecify.annotations.NullMarked;
