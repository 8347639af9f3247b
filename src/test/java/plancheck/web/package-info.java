/** The pages, as a browser gets them. */
@NullMarked
package plancheck.web;

import org.jspecify.annotations.NullMarked;
