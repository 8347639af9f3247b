package plancheck.service;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The start as the build prepares it: which beans there are and how they are wired is found out once, when the jar is
 * built, and kept as code (Spring's ahead-of-time processing). It takes a quarter off a start. It is asked for by
 * {@code -Dspring.aot.enabled=true}, as in {@code serve.args}; without that Spring looks for its beans itself.
 *
 * <p>What the build found out holds only for the settings it was built with. So whoever sets up Spring otherwise, with a
 * file or the environment (signing in elsewhere, for example), gets the start that looks for itself.
 */
final class PreparedStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final String ASKED_FOR = "spring.aot.enabled";

    /** What Spring itself reads, as a property or a variable. */
    private static final Pattern SPRINGS = Pattern.compile("(?i)(spring|springdoc|server|management)[._]");

    /** The command's settings, and what Spring Boot says of the process; they choose values, never beans. */
    private static final Set<String> OWN = Set.of("defaultProperties", "applicationInfo");

    /** Run by the build; Spring's processing ends it before anything is opened. */
    public static void main(String[] args) {
        Settings settings = new Settings("127.0.0.1", 0, Path.of("plancheck-data"), "", "", "", false);
        Service.start(new CompletableFuture<>(), settings, Map.of());
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        if (isSetUpOtherwise(prepared.getEnvironment())) {
            SpringProperties.setProperty(ASKED_FOR, "false");
        }
    }

    /** Whether anything but the command and the jar sets what Spring itself reads. */
    static boolean isSetUpOtherwise(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !isOwn(source))
                .flatMap(PreparedStart::names)
                .anyMatch(
                        name -> !name.equals(ASKED_FOR) && SPRINGS.matcher(name).lookingAt());
    }

    private static boolean isOwn(PropertySource<?> source) {
        return OWN.contains(source.getName()) || source.getName().contains("class path resource");
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> known
                ? Stream.of(known.getPropertyNames())
                : Stream.empty();
    }
}
