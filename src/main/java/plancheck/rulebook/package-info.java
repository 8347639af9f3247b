/** The rules of all plans as data: reading and checking them, and making rules of them. One of two packages that know Drools. */
@NullMarked
package plancheck.rulebook;

import org.jspecify.annotations.NullMarked;
