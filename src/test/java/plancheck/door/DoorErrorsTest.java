package plancheck.door;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;
import plancheck.service.TestService;

/** Whatever is sent, the answer is a page or a problem with a sentence, and the log keeps no stack trace of it. */
class DoorErrorsTest {
    private static final String URL = TestService.shared().url();
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private static final List<String> PATHS = List.of(
            "%00",
            "${7}",
            "$%7B7%7D",
            "/",
            "a//b",
            "x;y=1",
            "%2e%2e/x",
            "../../x",
            "%2f",
            "%5c",
            "a\\b",
            "%zz",
            "%",
            "%c0%ae",
            "%ff",
            "a%0d%0ab",
            "a%09",
            "<script>",
            "\"",
            "a|b",
            "[",
            "*",
            "a".repeat(20_000));

    private static final List<String> LINES = List.of(
            "HELLO",
            "get / http/1.1\r\nHost: x",
            "GET / HTTP/1.1",
            "GET / HTTP/9.9\r\nHost: x",
            "GET /a b HTTP/1.1\r\nHost: x",
            "GET * HTTP/1.1\r\nHost: x",
            "CONNECT x:1 HTTP/1.1\r\nHost: x");

    @TestFactory
    Stream<DynamicTest> an_address_that_is_none_is_a_problem_to_programs_and_a_page_to_people() {
        return PATHS.stream()
                .flatMap(path -> Stream.of("/api/v1/", "/plans/", "/")
                        .map(room -> DynamicTest.dynamicTest(shortened(room + path), () -> {
                            String answer = Wire.answer(URL, Wire.head("GET " + room + path));
                            boolean home = answer.startsWith("HTTP/1.1 200") && (room + path).startsWith("/?");
                            assertTrue(home || answer.startsWith("HTTP/1.1 4"), answer);
                            told(
                                    answer,
                                    room.startsWith("/api/")
                                            && !answer.startsWith("HTTP/1.1 414")); // of that nobody read more
                        })));
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_request_is_told_so() {
        return LINES.stream()
                .map(line -> DynamicTest.dynamicTest(shortened(line), () -> {
                    String answer = Wire.answer(URL, line + "\r\nConnection: close\r\n\r\n");
                    assertTrue(answer.matches("(?s)HTTP/1.1 (4|505).*"), answer);
                    told(answer, false);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_head_that_cannot_be_is_told_so() {
        return Stream.of(
                        "Content-Length: -5",
                        "Content-Length: 5\r\nContent-Length: 6",
                        "Content-Length: 5\r\nTransfer-Encoding: chunked",
                        "X: " + "a".repeat(20_000),
                        "X: a\u0001b",
                        "Expect: a miracle")
                .flatMap(header -> Stream.of("/api/v1/assessments", "/login")
                        .map(path -> DynamicTest.dynamicTest(path + " " + shortened(header), () -> {
                            String answer = Wire.answer(URL, Wire.head("POST " + path, header) + "abcdef");
                            assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
                            told(answer, path.startsWith("/api/"));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> a_method_that_nobody_answers_is_refused() {
        return Stream.of("TRACE", "PUT", "DELETE", "FOO", "PROPFIND")
                .flatMap(method -> Stream.of("/api/v1/plans", "/plans")
                        .map(path -> DynamicTest.dynamicTest(method + " " + path, () -> {
                            String answer = Wire.answer(URL, Wire.head(method + " " + path));
                            assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
                            told(answer, path.startsWith("/api/"));
                        })));
    }

    @Test
    void a_head_is_asked_for_without_a_body() {
        for (String path : List.of("/", "/nowhere", "/api/v1/plans/%00")) {
            String answer = Wire.answer(URL, Wire.head("HEAD " + path));
            assertTrue(answer.endsWith("\r\n\r\n"), answer);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_cannot_be_read_is_told_so() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.yaml\"\r\n\r\nkind: ";
        return Stream.of(
                        new String[] {"Content-Type: multipart/form-data", "abc"},
                        new String[] {"Content-Type: multipart/form-data; boundary=x", "abc"},
                        new String[] {"Content-Type: multipart/form-data; boundary=y", part + "\r\n--x--\r\n"},
                        new String[] {"Content-Type: multipart/form-data; boundary=x", part},
                        new String[] {FORM, "a=%zz"},
                        new String[] {FORM, "a=%c0%"},
                        new String[] {FORM + "; charset=nope", "a=b"},
                        new String[] {FORM + "; charset=", "a=b%"})
                .flatMap(body -> Stream.of("/check/upload", "/dossiers/upload", "/login")
                        .map(path -> DynamicTest.dynamicTest(path + " " + body[0] + " " + shortened(body[1]), () -> {
                            String length = "Content-Length: " + body[1].length();
                            String answer = Wire.answer(URL, Wire.head("POST " + path, body[0], length) + body[1]);
                            assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
                            told(answer, false);
                        })));
    }

    @Test
    void a_broken_upload_is_a_line_in_the_log_and_what_breaks_off_is_no_more() throws InterruptedException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger door = (Logger) LoggerFactory.getLogger("plancheck");
        log.start();
        root.addAppender(log);
        door.setLevel(ch.qos.logback.classic.Level.INFO);
        try {
            String type = "Content-Type: multipart/form-data; boundary=x";
            Wire.answer(URL, Wire.head("POST /check/upload", type, "Content-Length: 3") + "abc");
            for (String path : List.of("/check/upload", "/check/form", "/login", "/api/v1/assessments")) {
                for (String sort : List.of(type, FORM, "Content-Type: application/yaml")) {
                    Wire.to(URL)
                            .send(Wire.head("POST " + path, sort, "Content-Length: 3000") + "--x\r\n")
                            .close();
                }
            }
            Wire.to(URL).send(Wire.head("GET /plans")).close();
            Awaitility.await().until(() -> log.list.size() >= 5);
            List<ILoggingEvent> events = List.copyOf(log.list);
            assertTrue(
                    events.stream()
                            .anyMatch(event -> event.getFormattedMessage().contains("/check/upload")),
                    "" + events);
            assertTrue(events.size() <= 13, "" + events);
            assertTrue(events.stream().allMatch(event -> event.getThrowableProxy() == null), "" + events);
        } finally {
            root.detachAppender(log);
            door.setLevel(null);
        }
    }

    /** In words, in its form, and without what went on inside. */
    private static void told(String answer, boolean api) {
        String type = api ? "application/problem+json" : "text/html";
        assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("content-type: " + type), answer);
        assertTrue(answer.matches("(?s).*[一-龥]{4}.*"), answer);
        assertFalse(answer.contains("Exception") || answer.contains("jetty") || answer.contains("\tat "), answer);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
