/** The official texts as the user gives them: cleaned, split into clauses, kept and found again. Knows only citations. */
@NullMarked
package plancheck.plan;

import org.jspecify.annotations.NullMarked;
