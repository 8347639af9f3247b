/** The way of a dossier from draft to conclusion, and of an assessment from request to report: who may do what, and what is kept of it. */
@NullMarked
package plancheck.workflow;

import org.jspecify.annotations.NullMarked;
