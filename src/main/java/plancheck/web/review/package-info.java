/** A reviewer's desk: the queue, a dossier's findings, opinions, return and conclusion. */
@NullMarked
package plancheck.web.review;

import org.jspecify.annotations.NullMarked;
