/// The proof that a connection gates: real clients that are led by a scripted model of our own.
@NullMarked
package dev.fairlead.cli.prove;

import org.jspecify.annotations.NullMarked;
