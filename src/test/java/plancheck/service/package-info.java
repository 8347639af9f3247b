/** The service as a whole, started for the tests. */
@NullMarked
package plancheck.service;

import org.jspecify.annotations.NullMarked;
