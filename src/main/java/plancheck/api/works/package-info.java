/** The works that the plans name or count, and which of them a project may be. */
@NullMarked
package plancheck.api.works;

import org.jspecify.annotations.NullMarked;
