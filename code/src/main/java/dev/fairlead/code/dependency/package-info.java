/// What a change depends on: manifests, lock files, what is installed, and what is wrong with what was added.
@NullMarked
package dev.fairlead.code.dependency;

import org.jspecify.annotations.NullMarked;
