package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.access.Role;
import plancheck.archive.Account;
import plancheck.service.AccessTable.Endpoint;

/** What a session is tied to, and what every answer says to the browser. */
class SessionTest {
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\bsrc=)|<style\\b|\\sstyle=|\\son[a-z]+=|javascript:", Pattern.CASE_INSENSITIVE);

    private final TestService service = TestService.shared();
    private final People people = service.bean(People.class);
    private final Actor admin = service.actor("administrator");

    private static String session(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("plancheck="))
                .findFirst()
                .orElse("");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private Account fresh(Role role, String place) {
        String login = "s" + System.nanoTime();
        service.person(login, place, role);
        return people.all().stream()
                .filter(a -> a.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_sessions_cookie_is_for_this_service_only_and_not_for_scripts() {
        String cookie = session(new Browser(service).get("/login"));
        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.contains("SameSite=Lax"), cookie);
        assertFalse(cookie.contains("Secure"), "these tests are told to use plain HTTP");
        Settings settings = new Settings("127.0.0.1", 0, service.data(), "", "", "", false);
        assertEquals(true, settings.properties().get("server.servlet.session.cookie.secure"));
    }

    @Test
    void the_session_gets_another_id_when_somebody_signs_in() {
        Browser browser = new Browser(service);
        String before = session(browser.get("/login"));
        String after = session(browser.post("/login", Map.of("username", "auditor", "password", TestService.PASSWORD)));
        assertFalse(after.isEmpty());
        assertNotEquals(before.split(";")[0], after.split(";")[0]);
    }

    @Test
    void an_id_that_somebody_else_has_chosen_is_not_taken() {
        Browser browser = new Browser(service);
        HttpResponse<String> answer = browser.send(browser.request("/login")
                .header("Cookie", "plancheck=0123456789ABCDEF")
                .GET());
        assertFalse(session(answer).contains("0123456789ABCDEF"));
        assertFalse(session(answer).isEmpty());
    }

    @Test
    void a_disabled_account_is_out_with_its_next_request() {
        Account account = fresh(Role.REVIEWER, "");
        Browser browser = Browser.signedIn(service, account.login());
        people.change(admin, account.id(), account.name(), Set.of(Role.REVIEWER), "", false);
        assertTrue(location(browser.get("/account/password")).endsWith("/login?changed"));
        assertTrue(location(browser.get("/account/password")).endsWith("/login"));
        browser.get("/login");
        assertTrue(
                location(browser.post("/login", Map.of("username", account.login(), "password", TestService.PASSWORD)))
                        .endsWith("/login?failed"));
    }

    @Test
    void changed_roles_or_another_place_end_the_session() {
        Account account = fresh(Role.COUNTY_OFFICER, "620821");
        Browser browser = Browser.signedIn(service, account.login());
        people.change(admin, account.id(), account.name(), Set.of(Role.REVIEWER), "", true);
        assertTrue(location(browser.get("/review")).endsWith("/login?changed"));

        Account officer = fresh(Role.COUNTY_OFFICER, "620821");
        Browser his = Browser.signedIn(service, officer.login());
        people.change(admin, officer.id(), officer.name(), Set.of(Role.COUNTY_OFFICER), "620822", true);
        assertTrue(location(his.get("/dossiers")).endsWith("/login?changed"));
    }

    @Test
    void a_password_given_anew_ends_the_sessions_of_whoever_had_the_old_one() {
        Account account = fresh(Role.AUDITOR, "");
        Browser thief = Browser.signedIn(service, account.login());
        people.resetPassword(admin, account.id(), "another password");
        assertTrue(location(thief.get("/account/password")).endsWith("/login?changed"));

        Account other = fresh(Role.AUDITOR, "");
        Browser old = Browser.signedIn(service, other.login());
        Browser own = Browser.signedIn(service, other.login());
        HttpResponse<String> changed = own.post(
                "/account/password",
                Map.of("old", TestService.PASSWORD, "fresh", "quite another one", "again", "quite another one"));
        assertTrue(location(changed).endsWith("/login?password"), changed.statusCode() + location(changed));
        assertTrue(location(own.get("/account/password")).endsWith("/login"));
        assertTrue(location(old.get("/account/password")).endsWith("/login?changed"));
    }

    @Test
    void signing_out_takes_a_form_with_its_token() {
        Browser browser = Browser.signedIn(service, "auditor");
        browser.get("/logout");
        assertEquals(200, browser.get("/account/password").statusCode());
        assertTrue(location(browser.post("/logout", Map.of())).endsWith("/login?out"));
        assertTrue(location(browser.get("/account/password")).endsWith("/login"));
    }

    @Test
    void every_page_forbids_scripts_within_it_and_frames_around_it() {
        Map<String, Browser> callers = Map.of(
                "nobody", new Browser(service),
                "officer", Browser.signedIn(service, "jingchuan"),
                "reviewer", Browser.signedIn(service, "reviewer"),
                "auditor", Browser.signedIn(service, "auditor"),
                "admin", Browser.signedIn(service, "administrator"));
        List<Endpoint> pages = Endpoints.of(service).stream()
                .filter(endpoint -> endpoint.method().equals("GET"))
                .toList();
        for (Endpoint page : pages) {
            callers.forEach((who, browser) -> {
                HttpResponse<String> answer = browser.get(page.path());
                String where = page + " as " + who;
                String policy =
                        answer.headers().firstValue("Content-Security-Policy").orElse("");
                assertTrue(policy.contains("default-src 'self'"), where + ": " + policy);
                assertTrue(policy.contains("frame-ancestors 'none'"), where);
                assertFalse(policy.contains("unsafe"), where);
                assertEquals(
                        "DENY", answer.headers().firstValue("X-Frame-Options").orElse(""), where);
                assertEquals(
                        "nosniff",
                        answer.headers().firstValue("X-Content-Type-Options").orElse(""),
                        where);
                assertTrue(answer.headers().firstValue("Server").isEmpty(), where);
                if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    var inline = INLINE.matcher(answer.body());
                    assertFalse(inline.find(), () -> where + " has " + inline.group());
                }
            });
        }
    }

    @Test
    void pages_of_a_session_are_not_kept_by_browsers_and_proxies() {
        Browser browser = Browser.signedIn(service, "auditor");
        String cache = browser.get("/account/password")
                .headers()
                .firstValue("Cache-Control")
                .orElse("");
        assertTrue(cache.contains("no-store"), cache);
    }
}
