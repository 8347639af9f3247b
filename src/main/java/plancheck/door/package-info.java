/** The service's front door: who is let in when many come at once, how long they may take, what a refusal says. */
@NullMarked
package plancheck.door;

import org.jspecify.annotations.NullMarked;
