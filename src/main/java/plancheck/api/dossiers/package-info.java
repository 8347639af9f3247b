/** Dossiers, their revisions and their evidence. */
@NullMarked
package plancheck.api.dossiers;

import org.jspecify.annotations.NullMarked;
