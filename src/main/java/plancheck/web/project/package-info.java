/** A project's way in: what it is and where, whether it is one of the works of the plans, and then only what binds it. */
@NullMarked
package plancheck.web.project;

import org.jspecify.annotations.NullMarked;
