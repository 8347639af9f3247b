/** The service put together: settings, security, start. */
@NullMarked
package plancheck.service;

import org.jspecify.annotations.NullMarked;
