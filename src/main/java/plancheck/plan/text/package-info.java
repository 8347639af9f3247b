/** An official text: cleaned, split into clauses, quoted. */
@NullMarked
package plancheck.plan.text;

import org.jspecify.annotations.NullMarked;
