package plancheck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Tests that do the same over and over: {@code mvn verify} has a {@link Portion} of it, {@code mvn -P thorough test} the whole, as
 * {@code .ci/run} does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("thorough")
public @interface Thorough {}
