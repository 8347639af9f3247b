/** What every answer of the API has in common: problems, pages of lists, keys, formats, its description. */
@NullMarked
package plancheck.api.frame;

import org.jspecify.annotations.NullMarked;
