/** Reports as they are stored, small, and read again, those of earlier formats too. {@link plancheck.report.keeping.StoredReport} is its door. */
@NullMarked
package plancheck.report.keeping;

import org.jspecify.annotations.NullMarked;
