/** The HTTP API for programs. */
@NullMarked
package plancheck.api;

import org.jspecify.annotations.NullMarked;
