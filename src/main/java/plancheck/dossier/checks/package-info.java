/**
 * Figures held against each other before they are judged: what cannot both be ({@link plancheck.dossier.checks.Contradictions}), and what
 * is unusual and wants a word of explanation ({@link plancheck.dossier.checks.FigureQueries}).
 */
@NullMarked
package plancheck.dossier.checks;

import org.jspecify.annotations.NullMarked;
