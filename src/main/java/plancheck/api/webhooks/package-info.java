/** Who is told of what. */
@NullMarked
package plancheck.api.webhooks;

import org.jspecify.annotations.NullMarked;
