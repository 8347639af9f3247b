/** Who may do what, and that it is done wholly or not at all. */
@NullMarked
package plancheck.workflow;

import org.jspecify.annotations.NullMarked;
