/// Words to bytes and back.
@NullMarked
package dev.fairlead.wire;

import org.jspecify.annotations.NullMarked;
