/// The process that watches agents while they work: hooks, approvals, switches, guidance, and what is told of them.
@NullMarked
package dev.fairlead.server;

import org.jspecify.annotations.NullMarked;
