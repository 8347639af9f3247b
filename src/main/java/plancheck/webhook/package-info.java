/** Tells other systems of what happened. */
@NullMarked
package plancheck.webhook;

import org.jspecify.annotations.NullMarked;
