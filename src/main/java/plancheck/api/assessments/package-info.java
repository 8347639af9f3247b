/** Assessments, one and by the batch, and what would change them. */
@NullMarked
package plancheck.api.assessments;

import org.jspecify.annotations.NullMarked;
