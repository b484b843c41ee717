/// What other tools report: findings in SARIF, and which lines tests run.
@NullMarked
package dev.fairlead.code.report;

import org.jspecify.annotations.NullMarked;
