/// PMD's rules for Java, run within this process over what was changed.
@NullMarked
package dev.fairlead.code.pmd;

import org.jspecify.annotations.NullMarked;
