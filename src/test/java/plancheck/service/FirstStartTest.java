package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.access.People;
import plancheck.archive.Account;
import plancheck.rulebook.RuleBook;

/** The very first start, and the one after it. */
class FirstStartTest {
    private final RuleBook book = TestService.shared().book();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path data;

    private Service.RunningService start() {
        return Service.start(book, new Settings("127.0.0.1", 0, data, "", "", "", false), Map.of());
    }

    private static HttpResponse<String> signIn(Browser browser, String login, String password) {
        browser.get("/login");
        return browser.post("/login", Map.of("username", login, "password", password));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static Browser browser(Service.RunningService service) {
        return new Browser("http://localhost:" + service.port());
    }

    @Test
    void the_first_start_makes_one_administrator_whose_password_is_shown_once_and_changed_at_once() throws Exception {
        String password;
        try (Service.RunningService service = start()) {
            password = service.firstPassword().orElseThrow();
            assertTrue(password.length() >= 16, "too short to be safe");
            assertTrue(service.firstPassword().isEmpty(), "shown once");
            List<Account> accounts = service.context().getBean(People.class).all();
            assertEquals(List.of("admin"), accounts.stream().map(Account::login).toList());
            for (String guess : List.of("admin", "", "password")) {
                assertTrue(location(signIn(browser(service), "admin", guess)).endsWith("/login?failed"));
            }

            Browser browser = browser(service);
            HttpResponse<String> in = signIn(browser, "admin", password);
            assertTrue(location(in).endsWith("/home"), location(in));
            assertTrue(in.headers().allValues("Set-Cookie").stream().allMatch(c -> c.contains("Secure")));
            for (String path : List.of("/admin", "/audit", "/review", "/dossiers")) {
                assertTrue(location(browser.get(path)).endsWith("/account/password"), path);
            }
            browser.get("/account/password");
            for (String poor : List.of("short", password, "长".repeat(25))) {
                assertEquals(200, change(browser, password, poor).statusCode(), poor);
            }
            assertEquals(200, change(browser, "wrong", "a better password").statusCode());
            assertTrue(location(change(browser, password, "a better password")).endsWith("/login?password"));
            assertTrue(location(signIn(browser(service), "admin", password)).endsWith("/login?failed"));
            signIn(browser, "admin", "a better password");
            assertFalse(location(browser.get("/admin")).endsWith("/account/password"));
        }
        assertFalse(isKept(password), "a password stands in no file");
        assertFalse(isKept("a better password"), "a password stands in no file");
        try (Service.RunningService again = start()) {
            assertTrue(again.firstPassword().isEmpty(), "there is an account already");
            assertEquals(1, again.context().getBean(People.class).all().size());
            assertTrue(location(signIn(browser(again), "admin", "a better password"))
                    .endsWith("/home"));
        }
    }

    private static HttpResponse<String> change(Browser browser, String old, String fresh) {
        return browser.post("/account/password", Map.of("old", old, "fresh", fresh, "again", fresh));
    }

    private boolean isKept(String password) throws Exception {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(password)) {
                    return true;
                }
            }
            return false;
        }
    }
}
