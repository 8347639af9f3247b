/** A bureau's part of a dossier, to be filled in by whoever has its link or was given it. */
@NullMarked
package plancheck.web.part;

import org.jspecify.annotations.NullMarked;
