/** What is handed in: reading it, and saying what is wrong with it. */
@NullMarked
package plancheck.dossier;

import org.jspecify.annotations.NullMarked;
