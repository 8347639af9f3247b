/** What every page has: heading, navigation, errors, signing in, files to be saved. */
@NullMarked
package plancheck.web.frame;

import org.jspecify.annotations.NullMarked;
