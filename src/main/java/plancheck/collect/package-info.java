/** One dossier answered by many: {@link plancheck.collect.DossierMerge} puts the parts together and overwrites nothing. */
@NullMarked
package plancheck.collect;

import org.jspecify.annotations.NullMarked;
