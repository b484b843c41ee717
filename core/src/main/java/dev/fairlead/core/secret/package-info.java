/// Secrets in text: keys of known providers, private keys, passwords beside telling names. Used by whatever shows text
/// to
/// others, and by whatever decides whether text may leave the machine.
@NullMarked
package dev.fairlead.core.secret;

import org.jspecify.annotations.NullMarked;
