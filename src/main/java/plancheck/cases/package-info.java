/** The rule book's own test cases: reading them, running them, and saying which kinds a provision lacks. */
@NullMarked
package plancheck.cases;

import org.jspecify.annotations.NullMarked;
