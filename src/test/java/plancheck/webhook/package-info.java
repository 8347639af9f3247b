/** How others are told of what happens. */
@NullMarked
package plancheck.webhook;

import org.jspecify.annotations.NullMarked;
