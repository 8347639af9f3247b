package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
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
        Browser browser = new Browser(service);
        browser.get("/login");
        String cookie =
                session(browser.post("/login", Map.of("username", "auditor", "password", TestService.PASSWORD)));
        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.contains("SameSite=Lax"), cookie);
        assertFalse(cookie.contains("Secure"), "these tests are told to use plain HTTP");
        Settings settings = new Settings("127.0.0.1", 0, service.data(), "", "", "", false);
        assertEquals(true, settings.properties().get("server.servlet.session.cookie.secure"));
    }

    private static HttpResponse<String> signIn(Browser browser, String login) {
        browser.get("/login");
        return browser.post("/login", Map.of("username", login, "password", TestService.PASSWORD));
    }

    private int sessions() {
        Integer count =
                service.bean(JdbcTemplate.class).queryForObject("select count(*) from web_session", Integer.class);
        return count == null ? -1 : count;
    }

    @Test
    void nobody_has_a_session_before_he_signs_in_whatever_he_asks_for() {
        int before = sessions();
        Browser stranger = new Browser(service);
        stranger.get("/login");
        for (Endpoint endpoint : Endpoints.of(service)) {
            HttpRequest.Builder request = stranger.request(endpoint.path());
            HttpResponse<String> answer = stranger.send(
                    endpoint.method().equals("GET")
                            ? request.GET()
                            : request.header("Content-Type", "application/x-www-form-urlencoded")
                                    .method(
                                            endpoint.method(),
                                            HttpRequest.BodyPublishers.ofString("_csrf=" + stranger.csrf())));
            assertEquals("", session(answer), endpoint + " begins a session");
        }
        stranger.get("/login");
        assertEquals("", session(stranger.post("/login", Map.of("username", "auditor", "password", "guess"))));
        assertEquals(before, sessions());
    }

    @Test
    void the_session_gets_another_id_when_somebody_signs_in() {
        Browser browser = new Browser(service);
        String first = session(signIn(browser, "auditor"));
        String second = session(signIn(browser, "reviewer"));
        assertFalse(first.isEmpty());
        assertFalse(second.isEmpty());
        assertNotEquals(first.split(";")[0], second.split(";")[0]);
    }

    @Test
    void an_id_that_somebody_else_has_chosen_is_not_taken() {
        Browser browser = new Browser(service);
        browser.keep("plancheck=MDEyMzQ1Njc4OUFCQ0RFRg");
        String own = session(signIn(browser, "auditor"));
        assertFalse(own.isEmpty());
        assertFalse(own.contains("MDEyMzQ1Njc4OUFCQ0RFRg"));
    }

    @Test
    void a_session_keeps_a_login_and_a_digest_and_what_another_version_wrote_is_no_session() {
        Account account = fresh(Role.AUDITOR, "");
        Browser browser = Browser.signedIn(service, account.login());
        JdbcTemplate jdbc = service.bean(JdbcTemplate.class);
        List<byte[]> kept = jdbc.queryForList("select attribute_bytes from web_session_attributes", byte[].class);
        List<byte[]> his = kept.stream()
                .filter(bytes -> new String(bytes, StandardCharsets.UTF_8).startsWith(account.login() + "\nhere\n"))
                .toList();
        assertEquals(1, his.size());
        for (String other : List.of("", "\0\u00ac\u00ed", account.login(), account.login() + "\nhere\nx")) {
            Browser again = Browser.signedIn(service, account.login());
            jdbc.update(
                    "update web_session_attributes set attribute_bytes = ? where session_primary_id = (select"
                            + " session_primary_id from web_session_attributes a join web_session s on s.primary_id ="
                            + " a.session_primary_id order by s.creation_time desc limit 1)",
                    (Object) other.getBytes(StandardCharsets.UTF_8));
            assertEquals(200, again.get("/check").statusCode());
            assertTrue(location(again.get("/account/password")).contains("/login"), other);
        }
        assertEquals(200, browser.get("/account/password").statusCode());
    }

    @Test
    void whoever_signs_in_comes_back_to_the_page_he_wanted_or_whose_form_he_sent() {
        Browser browser = new Browser(service);
        assertTrue(location(browser.get("/audit?what=dossier.")).endsWith("/login"));
        assertTrue(location(signIn(browser, "auditor")).endsWith("/audit?what=dossier."));
        assertTrue(location(signIn(browser, "auditor")).endsWith("/home"), "once only");

        Browser late = new Browser(service);
        HttpResponse<String> answer = late.send(late.request("/review/x/return")
                .header("Referer", service.url() + "/review/x/return?from=queue")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=of+a+session+that+has+ended&reason=x")));
        assertTrue(location(answer).endsWith("/login"), answer.statusCode() + location(answer));
        assertTrue(location(signIn(late, "reviewer")).endsWith("/review/x/return?from=queue"));
    }

    @Test
    void nobody_is_sent_to_another_place_than_this_service() {
        for (String to : List.of("//evil.example/x", "/\\evil.example", "https://evil.example/", "javascript:x")) {
            Browser browser = new Browser(service);
            String encoded =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(to.getBytes(StandardCharsets.UTF_8));
            browser.keep("plancheck-back=" + encoded);
            assertTrue(
                    location(signIn(browser, "auditor")).endsWith(service.url() + "/home")
                            || location(signIn(browser, "auditor")).equals("/home"),
                    to);
        }
        Browser browser = new Browser(service);
        browser.send(browser.request("/review/x/return")
                .header("Referer", "https://evil.example/review")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertTrue(location(signIn(browser, "auditor")).endsWith("/home"));
    }

    @Test
    void a_script_is_told_that_the_session_has_ended_and_not_sent_to_a_page() {
        Browser stranger = new Browser(service);
        for (String header : List.of("HX-Request:true", "X-Requested-With:fetch")) {
            String[] parts = header.split(":");
            for (String method : List.of("GET", "POST")) {
                HttpResponse<String> answer = stranger.send(stranger.request("/dossiers/x/findings")
                        .header(parts[0], parts[1])
                        .method(method, HttpRequest.BodyPublishers.noBody()));
                assertEquals(401, answer.statusCode(), header + " " + method);
            }
        }
    }

    @Test
    void a_page_that_has_been_open_for_long_asks_for_the_token_of_the_session_there_is_now() {
        Browser browser = Browser.signedIn(service, "auditor");
        String token = token(browser);
        HttpResponse<String> out = browser.send(
                browser.request("/logout").header("X-CSRF-TOKEN", token).POST(HttpRequest.BodyPublishers.noBody()));
        assertTrue(location(out).endsWith("/login?out"));
        assertEquals(
                401,
                browser.send(browser.request("/account/present")
                                .header("X-Requested-With", "fetch")
                                .GET())
                        .statusCode());
        signIn(browser, "auditor");
        HttpResponse<String> old = browser.send(
                browser.request("/logout").header("X-CSRF-TOKEN", token).POST(HttpRequest.BodyPublishers.noBody()));
        assertEquals(403, old.statusCode(), "the token of an earlier session");
        HttpResponse<String> fresh = browser.send(browser.request("/logout")
                .header("X-CSRF-TOKEN", token(browser))
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertTrue(location(fresh).endsWith("/login?out"));
    }

    @Test
    void a_form_of_an_earlier_session_is_told_so_and_the_page_to_sign_in_leads_on() {
        Browser browser = new Browser(service);
        browser.get("/login");
        String old = browser.csrf();
        signIn(browser, "administrator");
        HttpResponse<String> answer = browser.send(browser.request("/admin/users/new")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("login=x&_csrf=" + old)));
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("这个页面是在重新登录之前打开的"), answer.body());
        HttpResponse<String> again = browser.send(browser.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=auditor&password=x&_csrf=" + old)));
        assertTrue(location(again).endsWith("/home"), location(again));
    }

    private static String token(Browser browser) {
        String said = browser.get("/account/present").body();
        assertTrue(said.contains("\"login\":\"auditor\""), said);
        return said.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
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
