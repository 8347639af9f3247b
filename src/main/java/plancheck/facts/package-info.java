/** The words of the field: places, subjects, figures, units. Knows nothing but the JDK. */
@NullMarked
package plancheck.facts;

import org.jspecify.annotations.NullMarked;
