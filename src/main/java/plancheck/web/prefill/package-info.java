/** Figures out of published texts: texts are handed in, figures shown with their sentences, and ticked. */
@NullMarked
package plancheck.web.prefill;

import org.jspecify.annotations.NullMarked;
