/** The pages as people see them: in a real browser, by mouse and keyboard, with and without JavaScript. */
@NullMarked
package plancheck.pages;

import org.jspecify.annotations.NullMarked;
