/** An office's own tables: a file is handed in, each sheet shown as it is understood, and taken into the lists of a form. */
@NullMarked
package plancheck.web.tables;

import org.jspecify.annotations.NullMarked;
