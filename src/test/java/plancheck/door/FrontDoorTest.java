package plancheck.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plancheck.access.Scope;
import plancheck.service.Browser;
import plancheck.service.Client;
import plancheck.service.TestService;

/** Many callers, slow callers, and whom the door takes a caller for; with little patience, so that it takes seconds. */
class FrontDoorTest {
    private static final int OF_ONE = 48;
    private static final int OF_ALL = 60;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String UPLOAD = "Content-Type: multipart/form-data; boundary=x";

    private static TestService service;

    private final List<Wire> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = TestService.start(Map.of(
                "plancheck.trust-proxy", "127.0.0.1, 10.9.0.0/16",
                "plancheck.door.head-time", "1500ms",
                "plancheck.door.body-start", "2s",
                "plancheck.door.answer-start", "1s",
                "plancheck.door.answer-rate", "10MB",
                "plancheck.door.from-one", OF_ONE,
                "plancheck.door.from-all", OF_ALL));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void hangUp() {
        open.forEach(Wire::close);
    }

    /** Begins to send something and leaves off. */
    private Wire slow(String path, String type, String from) {
        Wire wire = Wire.to(service.url());
        open.add(wire);
        return wire.send(Wire.head("POST " + path, type, "Content-Length: 1000", "X-Forwarded-For: " + from) + "a=");
    }

    private static String get(String path, String... headers) {
        return Wire.answer(service.url(), Wire.head("GET " + path, headers));
    }

    /** The servers that the API's description names: the address it was asked under. */
    private static String address(String... headers) {
        Matcher url = Pattern.compile("\"url\" ?: ?\"([^\"]+)\"").matcher(get("/v3/api-docs", headers));
        return url.find() ? url.group(1) : "";
    }

    /** Asks until the answer begins so: what was sent before it may still be on its way. */
    private static String until(String expected, String request) {
        String answer = "";
        for (int i = 0; i < 40 && !answer.startsWith("HTTP/1.1 " + expected); i++) {
            answer = Wire.answer(service.url(), request);
        }
        begins(expected, answer);
        return answer;
    }

    private static void begins(String expected, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + expected), answer);
    }

    @Test
    void forty_slow_senders_hold_up_nobody_and_are_told() {
        Browser officer = Browser.signedIn(service, "jingchuan");
        for (int i = 0; i < 14; i++) {
            slow("/check/form", FORM, "10.1.1.1");
            slow("/check/upload", UPLOAD, "10.1.1.1");
            slow("/login", FORM, "10.1.1.1");
        }
        begins("200", get("/actuator/health"));
        begins("200", get("/check"));
        assertEquals(200, officer.get("/dossiers").statusCode());
        Browser.signedIn(service, "lingtai");
        for (Wire wire : open) {
            String answer = wire.answer();
            begins("408", answer);
            assertTrue(answer.contains("传得太慢"), answer);
        }
    }

    @Test
    void a_known_program_that_sends_slowly_holds_no_thread_and_is_told() {
        Client program = Client.of(service, "", Scope.ASSESS);
        assertEquals(200, program.get("/api/v1/assessments").status());
        String token = "Authorization: Bearer " + program.token();
        for (int i = 0; i < 40; i++) {
            Wire wire = Wire.to(service.url());
            open.add(wire);
            wire.send(Wire.head(
                            "POST /api/v1/assessments", "Content-Type: application/yaml", "Content-Length: 1000", token)
                    + "kind: ");
        }
        assertEquals(200, program.get("/api/v1/assessments").status());
        for (Wire wire : open) {
            String answer = wire.answer();
            begins("408", answer);
            assertTrue(answer.contains("application/problem+json") && answer.contains("传得太慢"), answer);
        }
    }

    @Test
    void a_batch_may_go_on_for_long_but_not_dawdle_within_a_line() throws InterruptedException {
        String token = "Authorization: Bearer " + service.token("", Scope.ASSESS);
        Wire wire = Wire.to(service.url());
        open.add(wire);
        wire.send(
                Wire.head("POST /api/v1/batches", "Content-Type: application/x-ndjson", "Content-Length: 1000", token));
        for (int i = 0; i < 3; i++) {
            wire.send("{}\n");
            Thread.sleep(1000); // three seconds in all, which no other body would be given
        }
        wire.send("{"); // and no more
        String answer = wire.answer();
        begins("200", answer);
        assertEquals(3, answer.split("\\{\"line\":", -1).length - 1, answer);
    }

    @Test
    void whoever_asks_and_does_not_read_is_hung_up_on() {
        int asked = 200;
        Wire wire = Wire.to(service.url());
        open.add(wire);
        String request = "GET /api/v1/provisions?limit=500 HTTP/1.1\r\nHost: x\r\n\r\n";
        wire.send(request.repeat(asked)); // eighty megabytes, more than lies between the two
        Awaitility.await().until(wire::isHungUp);
        String answer = wire.answer();
        int answered = answer.split("HTTP/1.1 200", -1).length - 1;
        assertTrue(answered > 0 && answered < asked, answered + " answered");
    }

    @Test
    void a_head_that_dawdles_is_cut_off_on_a_used_connection_too() {
        Wire fresh = Wire.to(service.url());
        open.add(fresh);
        assertEquals("", fresh.send("GET / HTTP/1.1\r\nHo").answer());
        Wire used = Wire.to(service.url());
        open.add(used);
        String answer = used.send("GET /actuator/health HTTP/1.1\r\nHost: x\r\n\r\nGET / HT")
                .answer();
        assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, answer);
    }

    @Test
    void a_used_connection_on_which_nothing_but_blank_lines_comes_is_cut_off() {
        Wire wire = Wire.to(service.url());
        open.add(wire);
        wire.send("GET /actuator/health HTTP/1.1\r\nHost: x\r\n\r\n");
        Awaitility.await().until(wire::isHungUp); // which sends one with each look
        assertTrue(wire.answer().startsWith("HTTP/1.1 200"));
    }

    @Test
    void one_address_has_so_many_places_and_the_next_has_its_own() {
        for (int i = 0; i < OF_ONE; i++) {
            slow("/check/form", FORM, "10.2.2.2");
        }
        String refused = until("429", Wire.head("POST /check/findings", FORM, "X-Forwarded-For: 10.2.2.2"));
        assertTrue(refused.contains("Retry-After: 5") && refused.contains("同时发来的请求太多"), refused);
        begins("302", Wire.answer(service.url(), Wire.head("POST /check/form", FORM, "X-Forwarded-For: 10.2.2.3")));
        begins("200", get("/plans", "X-Forwarded-For: 10.2.2.2"));
    }

    @Test
    void strangers_together_have_so_many_places_and_those_with_an_account_have_theirs() {
        Browser officer = Browser.signedIn(service, "jingchuan");
        for (int i = 0; i < OF_ALL; i++) {
            slow("/check/upload", UPLOAD, "10.3.3." + i % 2);
        }
        String refused = until("503", Wire.head("POST /check/form?lang=en", FORM, "X-Forwarded-For: 10.3.3.3"));
        assertTrue(refused.contains("Retry-After: 5") && refused.contains("Too many people"), refused);
        assertEquals(200, officer.get("/dossiers").statusCode());
        assertEquals(302, officer.post("/check/form", Map.of()).statusCode());
        Browser.signedIn(service, "lingtai");
    }

    @Test
    void whoever_comes_through_https_is_told_to_stay_there() {
        assertTrue(get("/login", "X-Forwarded-Proto: https").contains("Strict-Transport-Security"));
        assertTrue(get("/login", "Forwarded: for=10.1.1.1;proto=https").contains("Strict-Transport-Security"));
        assertFalse(get("/login").contains("Strict-Transport-Security"));
    }

    @Test
    void a_trusted_proxy_says_under_which_address_it_was_asked() {
        assertEquals(
                "https://plan.example.cn", address("X-Forwarded-Proto: https", "X-Forwarded-Host: plan.example.cn"));
        assertEquals(
                "https://plan.example.cn",
                address("Forwarded: for=\"[2001:db8::1]\";proto=https;host=plan.example.cn"));
    }

    @Test
    void of_what_several_proxies_say_the_last_counts() {
        assertEquals("http://plan.example.cn", address("X-Forwarded-Host: evil.example, plan.example.cn"));
        assertEquals(
                "http://plan.example.cn",
                address("Forwarded: for=9.9.9.9;host=evil.example, for=10.1.1.1;host=plan.example.cn"));
        assertEquals(
                "http://plan.example.cn",
                address("Forwarded: for=10.1.1.1;host=plan.example.cn, for=10.9.1.1;host=inner"));
    }

    @Test
    void where_the_two_kinds_of_header_differ_one_is_forged_and_the_request_is_refused() {
        begins("400", get("/home", "X-Forwarded-Host: plan.example.cn", "Forwarded: host=evil.example"));
        begins("400", get("/home", "X-Forwarded-Host: evil.example", "Forwarded: for=10.1.1.1;proto=https"));
        begins("302", get("/home", "X-Forwarded-Host: plan.example.cn", "Forwarded: host=plan.example.cn"));
    }

    @Test
    void nobody_else_is_heard() {
        HttpResponse<String> answer = new Browser(TestService.shared())
                .send(new Browser(TestService.shared())
                        .request("/home")
                        .header("Forwarded", "for=10.1.1.1;proto=https;host=evil.example")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Prefix", "/evil")
                        .GET());
        assertEquals(302, answer.statusCode());
        String to = answer.headers().firstValue("Location").orElseThrow();
        assertEquals("/login", to, "no link of ours says where it is");
        assertTrue(answer.headers().firstValue("Strict-Transport-Security").isEmpty());
    }
}
