package plancheck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Tests that take long and whose result no JDK has a part in: {@code .ci/run} runs them on one JDK alone. What touches
 * threads, sockets, files, character sets, locales, classes or time does not belong here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("any-jdk")
public @interface AnyJdk {}
