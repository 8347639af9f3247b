/** A dossier as the fields of a form, and back. {@link plancheck.dossier.form.DossierForm} is its door. */
@NullMarked
package plancheck.dossier.form;

import org.jspecify.annotations.NullMarked;
