/** The rules of all plans as data: reading, checking, compiling and loading them. One of two packages that know Drools. */
@NullMarked
package plancheck.rulebook;

import org.jspecify.annotations.NullMarked;
