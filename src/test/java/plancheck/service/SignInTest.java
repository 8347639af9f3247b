package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plancheck.access.Role;

/** Signing in, and what keeps others from it. */
class SignInTest {
    private final TestService service = TestService.shared();

    @Test
    void a_right_password_lets_in_and_a_wrong_one_does_not() {
        Browser browser = Browser.signedIn(service, "reviewer");
        assertEquals(200, browser.get("/account/password").statusCode());

        Browser stranger = new Browser(service);
        stranger.get("/login");
        HttpResponse<String> answer = stranger.post("/login", Map.of("username", "reviewer", "password", "guess"));
        assertEquals(302, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/login?failed"));
        assertEquals(302, stranger.get("/account/password").statusCode());
    }

    @Test
    void five_wrong_passwords_lock_the_account_for_the_right_one_too() {
        service.person("forgetful", "620821", Role.COUNTY_OFFICER);
        Browser browser = new Browser(service);
        browser.get("/login");
        for (int i = 0; i < 5; i++) {
            browser.post("/login", Map.of("username", "forgetful", "password", "guess" + i));
        }
        HttpResponse<String> answer =
                browser.post("/login", Map.of("username", "forgetful", "password", TestService.PASSWORD));
        assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/login?failed"));
    }

    @Test
    void a_form_without_its_token_is_refused() {
        Browser browser = new Browser(service);
        HttpResponse<String> answer =
                browser.post("/login", Map.of("username", "reviewer", "password", TestService.PASSWORD));
        assertEquals(403, answer.statusCode());
    }
}
