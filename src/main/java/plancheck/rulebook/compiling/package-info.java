/** Provisions as Drools' rules. */
@NullMarked
package plancheck.rulebook.compiling;

import org.jspecify.annotations.NullMarked;
