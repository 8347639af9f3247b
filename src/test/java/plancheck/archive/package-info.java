/** What is kept, and how it is kept, on both databases. */
@NullMarked
package plancheck.archive;

import org.jspecify.annotations.NullMarked;
