/**
 * Projects as the national approval platform has them: its fields, as JSON or in a table with Chinese heads, and what of a dossier
 * they suggest. {@link plancheck.platform.ProjectProposals} is the front door.
 */
@NullMarked
package plancheck.platform;

import org.jspecify.annotations.NullMarked;
