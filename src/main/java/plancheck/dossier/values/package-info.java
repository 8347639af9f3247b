/**
 * Numbers, days and answers as people write them: the one reader of single values behind every door, be it a file, a form, a
 * pasted table, a sheet or a registration.
 */
@NullMarked
package plancheck.dossier.values;

import org.jspecify.annotations.NullMarked;
