/** The command line: one class per command, nothing decided here. */
@NullMarked
package plancheck.cli;

import org.jspecify.annotations.NullMarked;
