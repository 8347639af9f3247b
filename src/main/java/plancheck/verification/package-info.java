/** Holds the rule book against the official texts: what a rule or a register says must be borne out by its clause. */
@NullMarked
package plancheck.verification;

import org.jspecify.annotations.NullMarked;
