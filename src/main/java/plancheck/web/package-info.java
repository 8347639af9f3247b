/** The pages for people. */
@NullMarked
package plancheck.web;

import org.jspecify.annotations.NullMarked;
