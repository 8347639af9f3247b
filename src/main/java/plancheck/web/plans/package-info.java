/** The plans to be read: clauses, provisions, search, the rule book. */
@NullMarked
package plancheck.web.plans;

import org.jspecify.annotations.NullMarked;
