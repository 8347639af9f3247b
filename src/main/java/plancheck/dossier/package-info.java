/** What is handed in, what is wrong with it, and the nodes both are read from; the rooms below read it, ask for it and write it. */
@NullMarked
package plancheck.dossier;

import org.jspecify.annotations.NullMarked;
