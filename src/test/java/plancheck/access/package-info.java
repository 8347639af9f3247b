/** Who is let in. */
@NullMarked
package plancheck.access;

import org.jspecify.annotations.NullMarked;
