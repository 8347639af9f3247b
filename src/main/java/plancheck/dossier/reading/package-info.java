/** From bytes to a dossier: encodings, YAML and JSON, the format, and whatever is wrong. {@link plancheck.dossier.reading.DossierReader} is its door. */
@NullMarked
package plancheck.dossier.reading;

import org.jspecify.annotations.NullMarked;
