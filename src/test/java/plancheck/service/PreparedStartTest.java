package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PreparedStartTest {
    private static final String FILE = "Config resource 'file [config/application.yaml]' via location 'file:./config/'";
    private static final String JAR =
            "Config resource 'class path resource [application.yaml]' via location 'classpath:/'";

    @Test
    void the_commands_own_settings_and_the_jars_are_those_the_build_had() {
        Map<String, Object> own =
                new Settings("0.0.0.0", 8443, Path.of("data"), "jdbc:postgresql:p", "u", "p", true).properties();
        assertFalse(PreparedStart.isSetUpOtherwise(environment("defaultProperties", own)));
        assertFalse(
                PreparedStart.isSetUpOtherwise(environment("applicationInfo", Map.of("spring.application.pid", "1"))));
        assertFalse(PreparedStart.isSetUpOtherwise(environment(JAR, Map.of("server.shutdown", "graceful"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PATH", "SPRINGFIELD", "SERVERS", "PLANCHECK_WEBHOOKS_ALLOW_HTTP", "plancheck.oidc.login-claim"})
    void what_is_not_springs_does_not_matter(String name) {
        assertFalse(PreparedStart.isSetUpOtherwise(environment("systemEnvironment", Map.of(name, "x"))));
        assertFalse(PreparedStart.isSetUpOtherwise(environment(FILE, Map.of(name, "x"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_CITY_CLIENTID",
                "SPRING_PROFILES_ACTIVE",
                "SERVER_FORWARD_HEADERS_STRATEGY",
                "server.ssl.bundle",
                "management.server.port",
                "springdoc.api-docs.enabled"
            })
    void a_setting_of_springs_from_outside_may_mean_other_beans(String name) {
        assertTrue(PreparedStart.isSetUpOtherwise(environment("systemEnvironment", Map.of(name, "x"))));
        assertTrue(PreparedStart.isSetUpOtherwise(environment(FILE, Map.of(name, "x"))));
    }

    @Test
    void asking_for_the_prepared_start_is_no_such_setting() {
        assertFalse(
                PreparedStart.isSetUpOtherwise(environment("systemProperties", Map.of("spring.aot.enabled", "true"))));
    }

    /** One source alone, so that this machine's environment does not matter. */
    private static StandardEnvironment environment(String source, Map<String, Object> properties) {
        return new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                sources.addLast(
                        source.equals("systemEnvironment")
                                ? new SystemEnvironmentPropertySource(source, properties)
                                : new MapPropertySource(source, properties));
            }
        };
    }
}
