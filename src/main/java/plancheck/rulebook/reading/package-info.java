/** From a directory of rules to a rule book, or to everything that is wrong with it. {@link plancheck.rulebook.reading.RuleBooks} is its door. */
@NullMarked
package plancheck.rulebook.reading;

import org.jspecify.annotations.NullMarked;
