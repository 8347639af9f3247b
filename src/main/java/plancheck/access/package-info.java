/** Who may come in: people with their roles, programs with their tokens. */
@NullMarked
package plancheck.access;

import org.jspecify.annotations.NullMarked;
