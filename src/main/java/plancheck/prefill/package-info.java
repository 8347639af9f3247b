/**
 * Figures out of published texts: {@link plancheck.prefill.PublishedTextReader} reads them, {@link plancheck.prefill.Prefill} proposes,
 * a person takes.
 */
@NullMarked
package plancheck.prefill;

import org.jspecify.annotations.NullMarked;
