/** A county's own dossiers: drafts, evidence, submissions, answers to questions. */
@NullMarked
package plancheck.web.dossiers;

import org.jspecify.annotations.NullMarked;
