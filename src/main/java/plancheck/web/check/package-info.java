/** The self-check, which anybody may use without an account. */
@NullMarked
package plancheck.web.check;

import org.jspecify.annotations.NullMarked;
