/** Reports and findings as resources. */
@NullMarked
package plancheck.api.reports;

import org.jspecify.annotations.NullMarked;
