/** Plans, clauses and provisions. */
@NullMarked
package plancheck.api.plans;

import org.jspecify.annotations.NullMarked;
