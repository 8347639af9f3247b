/** The check: Drools says which provisions bind, the judge says what follows. */
@NullMarked
package plancheck.check;

import org.jspecify.annotations.NullMarked;
