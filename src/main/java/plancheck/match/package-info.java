/** Which works of the plans a project is one of, with what speaks for it and what against. */
@NullMarked
package plancheck.match;

import org.jspecify.annotations.NullMarked;
