package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.access.Role;
import plancheck.access.Scope;
import plancheck.service.AccessTable.Endpoint;

/** Every endpoint there is, called by everybody there is; see {@code src/docs/access.md}. */
class AccessTest {
    private final TestService service = TestService.shared();
    private final AccessTable table = AccessTable.read();
    private final Map<String, Caller> callers = new HashMap<>();

    private interface Caller {
        HttpResponse<String> call(Endpoint endpoint);
    }

    @TestFactory
    Stream<DynamicTest> every_endpoint_is_answered_to_those_in_the_table_and_to_nobody_else() {
        return Endpoints.of(service).stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    AccessTable.Row row = table.row(endpoint)
                            .orElseThrow(() -> new AssertionError("src/docs/access.md has no row for " + endpoint));
                    Map<String, Boolean> said = new HashMap<>();
                    Map<String, Boolean> done = new HashMap<>();
                    for (int i = 0; i < table.callers().size(); i++) {
                        String name = table.callers().get(i);
                        HttpResponse<String> answer = caller(name).call(endpoint);
                        assertTrue(
                                answer.statusCode() < 500, () -> endpoint + " as " + name + ": " + answer.statusCode());
                        said.put(name, row.allowed().get(i));
                        done.put(name, isAnswered(answer));
                    }
                    assertEquals(said, done);
                }));
    }

    @Test
    void what_no_controller_answers_is_not_there_for_anybody() {
        for (String path : List.of("/unheard-of", "/api/v2/x", "/h2-console", "/api", "/application.yaml")) {
            for (String name : table.callers()) {
                HttpResponse<String> answer = caller(name).call(new Endpoint("GET", path));
                assertEquals(404, answer.statusCode(), path + " as " + name);
            }
        }
    }

    @Test
    void what_is_not_for_the_network_is_refused_to_everybody() {
        for (String path : List.of("/actuator/env", "/actuator", "/%2e%2e/x")) {
            for (String name : table.callers()) {
                HttpResponse<String> answer = caller(name).call(new Endpoint("GET", path));
                assertTrue(List.of(302, 400, 403).contains(answer.statusCode()), path + " as " + name + ": " + answer);
            }
        }
    }

    @Test
    void a_form_is_refused_without_its_token_from_whomever_it_comes() {
        Map<String, Browser> people = new HashMap<>();
        for (Endpoint endpoint : Endpoints.of(service)) {
            boolean form = endpoint.method().equals("POST")
                    && Stream.of("/dossiers", "/parts", "/review", "/admin", "/account")
                            .anyMatch(endpoint.path()::startsWith);
            for (String login : form ? List.of("jingchuan", "reviewer", "administrator") : List.<String>of()) {
                Browser browser = people.computeIfAbsent(login, name -> Browser.signedIn(service, name));
                HttpResponse<String> answer =
                        browser.send(browser.request(endpoint.path()).POST(BodyPublishers.noBody()));
                assertEquals(403, answer.statusCode(), endpoint + " as " + login);
            }
        }
        people.forEach((login, browser) ->
                assertEquals(200, browser.get("/account/password").statusCode(), login + " is still signed in"));
    }

    private static boolean isAnswered(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String to = answer.headers().firstValue("Location").orElse("");
        boolean sentAway = status == 302 && (to.endsWith("/login") || to.endsWith("/account/password"));
        return status != 401 && status != 403 && !sentAway;
    }

    private Caller caller(String name) {
        return callers.computeIfAbsent(name, this::make);
    }

    private Caller make(String name) {
        return switch (name) {
            case "nobody" -> {
                Browser stranger = new Browser(service);
                stranger.get("/login");
                yield endpoint -> page(stranger, endpoint);
            }
            case "officer" -> person("jingchuan");
            case "bureau" -> {
                String login = "bureau" + System.nanoTime();
                service.person(login, "620821", Role.BUREAU);
                yield person(login);
            }
            case "reviewer", "leader", "auditor" -> person(name);
            case "admin" -> person("administrator");
            case "password due" -> {
                String login = "due" + System.nanoTime();
                service.bean(People.class)
                        .create(
                                new Actor("system", "", Set.of(), "", Set.of()),
                                login,
                                "新来",
                                TestService.PASSWORD,
                                Set.of(Role.ADMIN),
                                "",
                                true);
                yield person(login);
            }
            case "no scope" -> program(scopeless());
            default -> program(service.token("", Scope.of(name).orElseThrow()));
        };
    }

    /** A token whose only scope is one that this version does not know. */
    private String scopeless() {
        String token = service.token("", Scope.ASSESS);
        service.bean(JdbcTemplate.class)
                .update("update api_token set scopes = 'unheard-of' where hash = ?", hash(token));
        return token;
    }

    private static String hash(String token) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Caller person(String login) {
        Browser browser = Browser.signedIn(service, login);
        return endpoint -> page(browser, endpoint);
    }

    private static HttpResponse<String> page(Browser browser, Endpoint endpoint) {
        HttpRequest.Builder request = browser.request(endpoint.path());
        return endpoint.method().equals("GET")
                ? browser.send(request.GET())
                : browser.send(request.method(endpoint.method(), BodyPublishers.ofString("_csrf=" + browser.csrf()))
                        .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    private Caller program(String token) {
        return endpoint -> {
            Browser http = new Browser(service);
            return http.send(http.request(endpoint.path())
                    .header("Authorization", "Bearer " + token)
                    .method(endpoint.method(), BodyPublishers.noBody()));
        };
    }
}
