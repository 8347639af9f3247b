/** Tests of the door, over real sockets. */
@NullMarked
package plancheck.door;

import org.jspecify.annotations.NullMarked;
