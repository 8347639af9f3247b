/** The HTTP API as programs see it. */
@NullMarked
package plancheck.api;

import org.jspecify.annotations.NullMarked;
