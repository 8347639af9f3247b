package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.access.Role;
import plancheck.archive.Account;
import plancheck.archive.AuditEntry;
import plancheck.archive.AuditTrail;

/** Signing in with an OpenID Connect provider, set up as {@code src/docs/service.md} says. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class ElsewhereSignInTest {
    private OidcIssuer issuer;
    private TestService service;

    @BeforeAll
    void start() throws Exception {
        issuer = OidcIssuer.start();
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.security.oauth2.client.registration.city.client-id", OidcIssuer.CLIENT);
        settings.put("spring.security.oauth2.client.registration.city.client-secret", OidcIssuer.SECRET);
        settings.put("spring.security.oauth2.client.registration.city.client-name", "市政务平台");
        settings.put("spring.security.oauth2.client.registration.city.scope", "openid,profile");
        settings.put("spring.security.oauth2.client.provider.city.issuer-uri", issuer.url());
        service = TestService.start(settings);
    }

    @AfterAll
    void stop() {
        service.close();
        issuer.close();
    }

    /** Follows the way from the service's page to the provider and back. @return where it ends */
    private String signIn(Browser browser, String login) {
        issuer.vouchesFor(login);
        String there = location(browser.get("/oauth2/authorization/city"));
        assertTrue(there.startsWith(issuer.url() + "/authorize?"), there);
        assertTrue(there.contains("nonce="), there);
        String back = location(elsewhere(there));
        return location(browser.get(back.substring(service.url().length()))).replace(service.url(), "");
    }

    private static HttpResponse<String> elsewhere(String url) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode()));
    }

    @Test
    void the_sign_in_page_names_the_provider() {
        String page = new Browser(service).get("/login").body();
        assertTrue(page.contains("市政务平台") && page.contains("/oauth2/authorization/city"), page);
    }

    @Test
    void whom_the_provider_vouches_for_gets_in_with_the_roles_he_has_here() {
        Browser browser = new Browser(service);
        assertEquals("/home", signIn(browser, "administrator"));
        assertEquals("/admin", location(browser.get("/home")).replace(service.url(), ""));
        assertEquals(403, browser.get("/audit").statusCode());
        assertTrue(browser.get("/").body().contains("测试administrator"));
        assertEquals("/home", signIn(browser, "ADMINISTRATOR"), "a login is the same in capitals");
        assertEquals(
                "account.sign-in",
                service.bean(AuditTrail.class).matching("administrator", "%", "%", 50, 0).stream()
                        .map(AuditEntry::action)
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void somebody_without_an_account_is_told_so_and_none_is_made_for_him() {
        Browser browser = new Browser(service);
        assertEquals("/login?elsewhere", signIn(browser, "stranger"));
        assertTrue(browser.get("/login?elsewhere").body().contains("还没有为您开通账户"));
        assertEquals(302, browser.get("/account/password").statusCode());
        assertTrue(service.bean(People.class).current("stranger").isEmpty());
        assertEquals("/login?elsewhere", signIn(new Browser(service), ""));
    }

    @Test
    void a_disabled_account_lets_nobody_in_and_ends_the_session_that_is_open() {
        People people = service.bean(People.class);
        Actor admin = service.actor("administrator");
        Account account = people.create(admin, "elsewhere", "李四", "", Set.of(Role.REVIEWER), "", false);
        Browser browser = new Browser(service);
        assertEquals("/home", signIn(browser, "elsewhere"));
        assertEquals(200, browser.get("/account/password").statusCode());
        people.change(admin, account.id(), "李四", Set.of(Role.REVIEWER), "", false);
        assertEquals(
                "/login?changed", location(browser.get("/account/password")).replace(service.url(), ""));
        assertEquals("/login?elsewhere", signIn(new Browser(service), "elsewhere"));
    }

    @Test
    void an_account_without_a_password_is_not_opened_with_an_empty_one() {
        service.bean(People.class)
                .create(service.actor("administrator"), "only-elsewhere", "王五", "", Set.of(Role.REVIEWER), "", false);
        Browser browser = new Browser(service);
        browser.get("/login");
        for (String password : new String[] {"", "x", "{noop}"}) {
            HttpResponse<String> answer =
                    browser.post("/login", Map.of("username", "only-elsewhere", "password", password));
            assertTrue(location(answer).endsWith("/login?failed"));
        }
        assertEquals("/home", signIn(new Browser(service), "only-elsewhere"));
    }

    @Test
    void a_token_that_answers_another_question_is_not_taken() {
        issuer.forges(true);
        try {
            assertEquals("/login?elsewhere", signIn(new Browser(service), "administrator"));
        } finally {
            issuer.forges(false);
        }
    }

    @Test
    void an_answer_that_was_not_asked_for_is_not_taken() {
        Browser browser = new Browser(service);
        String to = location(browser.get("/login/oauth2/code/city?code=x&state=y"));
        assertTrue(to.endsWith("/login?elsewhere"), to);
    }
}
