/** Rows out of a table somebody copied. {@link plancheck.dossier.pasting.PastedTable} is its door. */
@NullMarked
package plancheck.dossier.pasting;

import org.jspecify.annotations.NullMarked;
