@NullMarked
package dev.fairlead.policy;

import org.jspecify.annotations.NullMarked;
