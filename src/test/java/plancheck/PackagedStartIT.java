package plancheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start that the build prepares is the start that looks for its beans itself, only quicker. */
@SuppressWarnings("NullAway.Init") // set before all tests
class PackagedStartIT {
    private static final Map<String, String> SIGN_IN_ELSEWHERE = Map.of(
            "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_CITY_CLIENTID", "plancheck",
            "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_CITY_CLIENTSECRET", "secret",
            "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_CITY_CLIENTNAME", "市政务平台",
            "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_CITY_AUTHORIZATIONGRANTTYPE", "authorization_code",
            "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_CITY_REDIRECTURI", "{baseUrl}/login/oauth2/code/city",
            "SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_CITY_AUTHORIZATIONURI", "https://login.example.org/authorize",
            "SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_CITY_TOKENURI", "https://login.example.org/token");

    @TempDir
    private static Path directory;

    private static PackagedService prepared;
    private static PackagedService other;

    @BeforeAll
    static void start() throws Exception {
        prepared = PackagedService.startBriefly(directory.resolve("prepared"), Map.of());
        other = PackagedService.startBriefly(directory.resolve("other"), SIGN_IN_ELSEWHERE);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        prepared.stop();
        other.stop();
    }

    @Test
    void it_is_what_the_args_file_starts_unless_spring_is_set_up_otherwise() throws Exception {
        assertTrue(wasPrepared(prepared));
        assertFalse(wasPrepared(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/check",
                "/check/form?place=jingchuan&kind=territory",
                "/plans",
                "/v3/api-docs",
                "/api/v1/rulebook",
                "/api/v1/provisions",
                "/api/v1/assessments",
                "/api/v1/nowhere",
                "/nowhere",
                "/dossiers",
                "/admin/users",
                "/webjars/nowhere.js",
                "/actuator/health",
                "/actuator/env"
            })
    void it_answers_as_the_other_does(String path) {
        HttpResponse<String> expected = other.get(path);
        HttpResponse<String> answer = prepared.get(path);
        assertEquals(expected.statusCode(), answer.statusCode());
        assertEquals(expected.headers().map().keySet(), answer.headers().map().keySet());
        assertEquals(same(other, expected), same(prepared, answer));
    }

    @Test
    void what_its_pages_are_made_of_is_in_the_jar() {
        List<String> addresses = Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"")
                .matcher(prepared.get("/check").body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(addresses.stream().anyMatch(address -> address.contains("htmx")), addresses.toString());
        for (String address : addresses) {
            assertEquals(200, prepared.get(address).statusCode(), address);
        }
    }

    @Test
    void it_reports_as_the_other_does() throws Exception {
        byte[] dossier = Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml"));
        assertEquals(report(other, dossier), report(prepared, dossier));
    }

    private static String report(PackagedService service, byte[] dossier) {
        HttpResponse<String> answer = service.assess(dossier, "", "");
        assertEquals(201, answer.statusCode());
        return answer.body();
    }

    /** Without its address and the token of its form, which are its own. */
    private static String same(PackagedService service, HttpResponse<String> answer) {
        return answer.body()
                .replace(service.url(), "")
                .replaceAll("(name=\"_csrf\" value=\")[^\"]+", "$1")
                .replaceAll("\"timestamp\":\"[^\"]+", "");
    }

    @Test
    void who_sets_up_signing_in_elsewhere_has_it_beside_what_is_there_otherwise() {
        String with = same(other, other.get("/login"));
        assertTrue(with.contains("市政务平台"), with);
        assertEquals(same(prepared, prepared.get("/login")), with.replaceAll("<li>.*市政务平台.*</li>", ""));
    }

    /** Whether the JVM has loaded what the build wrote. */
    private static boolean wasPrepared(PackagedService service) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(service.pid()),
                        "VM.class_hierarchy",
                        "plancheck.service.PreparedStart__ApplicationContextInitializer")
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, asked.waitFor(), said);
        return said.contains("PreparedStart__ApplicationContextInitializer");
    }
}
