/** The form of a dossier as a page: its sections and lists, what is typed, what is found beside it. */
@NullMarked
package plancheck.web.form;

import org.jspecify.annotations.NullMarked;
