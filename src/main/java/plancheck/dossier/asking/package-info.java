/** What a place or a project is asked, and why. {@link plancheck.dossier.asking.Questionnaire} is its door. */
@NullMarked
package plancheck.dossier.asking;

import org.jspecify.annotations.NullMarked;
