@NullMarked
package plancheck.platform;

import org.jspecify.annotations.NullMarked;
