/** Which official texts are kept, and of which plan each is. */
@NullMarked
package plancheck.plan.store;

import org.jspecify.annotations.NullMarked;
