/** The rules of all plans as data; the rooms below read and check them, and make rules of Drools of them. */
@NullMarked
package plancheck.rulebook;

import org.jspecify.annotations.NullMarked;
