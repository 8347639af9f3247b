/** Empty dossiers, dossiers as YAML, and the format as a JSON Schema. */
@NullMarked
package plancheck.dossier.writing;

import org.jspecify.annotations.NullMarked;
