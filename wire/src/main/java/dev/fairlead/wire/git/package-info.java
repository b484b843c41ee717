/// What a repository of git on this machine says: its name, the branch, and which files it keeps.
@NullMarked
package dev.fairlead.wire.git;

import org.jspecify.annotations.NullMarked;
