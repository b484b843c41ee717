/// Policy files: YAML and CEL in, the policy that core decides with out.
@NullMarked
package dev.fairlead.policy;

import org.jspecify.annotations.NullMarked;
