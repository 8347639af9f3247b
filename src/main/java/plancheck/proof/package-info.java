/** What is so of a rule book whatever a dossier says: asked of a solver, and shown by dossiers that the check confirms. */
@NullMarked
package plancheck.proof;

import org.jspecify.annotations.NullMarked;
