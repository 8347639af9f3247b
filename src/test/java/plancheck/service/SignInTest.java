package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import plancheck.access.People;
import plancheck.access.Role;
import plancheck.access.SignIns;

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
    void after_five_wrong_passwords_the_next_has_to_wait_and_is_not_looked_at() {
        service.person("forgetful", "620821", Role.COUNTY_OFFICER);
        assertEquals(waits("no-such-person", "guess"), waits("forgetful", TestService.PASSWORD));
    }

    /** Five wrong ones, and what is said to the sixth; how long one has to wait may differ by a second. */
    private String waits(String login, String sixth) {
        Browser browser = new Browser(service);
        browser.get("/login");
        for (int i = 0; i < 5; i++) {
            String to = to(browser.post("/login", Map.of("username", login, "password", "guess" + i)));
            assertTrue(to.endsWith("/login?failed"), to);
        }
        String to = to(browser.post("/login", Map.of("username", login, "password", sixth)));
        assertTrue(to.contains("/login?wait="), to);
        String page = browser.get(to.substring(to.indexOf("/login"))).body();
        assertTrue(page.contains("这次输入的密码没有核对"), page);
        return page.replaceAll("请过\\d+秒", "请过几秒")
                .replaceAll("(?s)<form.*?</form>", "")
                .replaceAll("wait=\\d+", "");
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void whatever_is_wrong_with_an_account_its_password_is_looked_at_once_and_the_words_are_the_same() {
        service.person("present", "620821", Role.COUNTY_OFFICER);
        People people = service.bean(People.class);
        service.person("left-us", "", Role.REVIEWER);
        UUID left = people.all().stream()
                .filter(account -> account.login().equals("left-us"))
                .findFirst()
                .orElseThrow()
                .id();
        people.change(service.actor("administrator"), left, "走了", Set.of(Role.REVIEWER), "", false);
        people.create(service.actor("administrator"), "sso-only", "别处", "", Set.of(Role.REVIEWER), "", false);
        Counting encoder = new Counting(service.bean(PasswordEncoder.class));
        AuthenticationProvider provider = SignIns.provider(people, encoder);
        for (String login : List.of("present", "left-us", "sso-only", "no-such-person", "not a login", "present")) {
            int before = encoder.looked;
            assertThrows(
                    AuthenticationException.class,
                    () -> provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(login, "guess")),
                    login);
            assertEquals(1, encoder.looked - before, login);
        }
        for (String login : List.of("left-us", "sso-only", "nobody-either", "not a login")) {
            Browser browser = new Browser(service);
            browser.get("/login");
            String to = to(browser.post("/login", Map.of("username", login, "password", TestService.PASSWORD)));
            assertTrue(to.endsWith("/login?failed"), login + " " + to);
        }
    }

    /** Counts how often a password is compared, which is what takes the time. */
    private static final class Counting implements PasswordEncoder {
        private final PasswordEncoder encoder;
        private int looked;

        Counting(PasswordEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public String encode(@Nullable CharSequence password) {
            return String.valueOf(encoder.encode(password));
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            looked++;
            return encoder.matches(password, encoded);
        }
    }

    @Test
    void a_form_without_its_token_is_refused() {
        Browser browser = new Browser(service);
        HttpResponse<String> answer =
                browser.post("/login", Map.of("username", "reviewer", "password", TestService.PASSWORD));
        assertEquals(403, answer.statusCode());
    }
}
