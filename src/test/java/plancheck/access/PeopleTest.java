package plancheck.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import plancheck.archive.Account;
import plancheck.archive.AuditEntry;
import plancheck.archive.AuditTrail;
import plancheck.service.Browser;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;

/** Accounts and tokens: what is taken, what locks them, what opens them again; on both databases. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class PeopleTest {
    private final TestService service;
    private final People people;
    private final Actor admin;

    PeopleTest(TestDatabase database) {
        service = database.service();
        people = service.bean(People.class);
        admin = service.actor("administrator");
    }

    /** Whose password is tried as cheaply as BCrypt can, for tests in which nothing depends on that. */
    private Account fresh() {
        String login = "p" + System.nanoTime();
        service.person(login, "", Role.REVIEWER);
        return people.all().stream()
                .filter(account -> account.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    /** Whose password takes the time to try that it takes anybody's. */
    private Account real() {
        String login = "p" + System.nanoTime();
        return people.create(admin, login, "张三", TestService.PASSWORD, Set.of(Role.REVIEWER), "", false);
    }

    private static <T> List<T> atOnce(int count, Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<T>> tasks =
                    IntStream.range(0, count).mapToObj(i -> task).toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static int status(Browser browser, String login, String password) {
        browser.get("/login");
        var answer = browser.post("/login", Map.of("username", login, "password", password));
        String to = answer.headers().firstValue("Location").orElse("");
        return to.contains("wait") ? 429 : to.contains("failed") ? 401 : answer.statusCode();
    }

    @Test
    void of_sixteen_guesses_at_once_five_are_looked_at() throws Exception {
        Account account = real();
        List<Integer> said = atOnce(16, () -> status(new Browser(service), account.login(), "guess"));
        assertEquals(
                SignInPace.FREE, said.stream().filter(status -> status == 401).count(), said::toString);
        assertEquals(
                16 - SignInPace.FREE,
                said.stream().filter(status -> status == 429).count(),
                said::toString);
        long noted = service.bean(AuditTrail.class).findAllByObjectOrderById("account:" + account.login()).stream()
                .map(AuditEntry::action)
                .filter("account.held"::equals)
                .count();
        assertEquals(1, noted);
        assertEquals(429, status(new Browser(service), account.login(), TestService.PASSWORD), "nor is the right one");
        people.resetPassword(admin, account.id(), TestService.PASSWORD);
        Browser.signedIn(service, account.login());
    }

    @Test
    void a_right_password_forgets_the_wrong_ones() {
        Account account = fresh();
        for (int round = 0; round < 3; round++) {
            for (int i = 1; i < SignInPace.FREE; i++) {
                assertEquals(401, status(new Browser(service), account.login(), "guess"));
            }
            Browser.signedIn(service, account.login());
        }
    }

    @Test
    void the_present_password_is_guessed_no_quicker_within_a_session() throws Exception {
        Account account = real();
        Actor self = people.current(account.login()).orElseThrow();
        List<String> said = atOnce(16, () -> {
            try {
                people.changePassword(self, "192.0.2.7", "guess", "quite another one");
                return "";
            } catch (AccountException e) {
                return String.valueOf(e.getMessage());
            }
        });
        assertEquals(SignInPace.FREE, said.stream().filter("原密码不对"::equals).count(), said::toString);
        AccountException held = assertThrows(
                AccountException.class,
                () -> people.changePassword(self, "192.0.2.7", TestService.PASSWORD, "quite another one"));
        assertTrue(String.valueOf(held.getMessage()).contains("过1分钟再试"), held::getMessage);
    }

    @Test
    void whoever_has_the_machine_gets_a_password_that_nobody_else_can_make_wait() {
        Account account = fresh();
        Browser thief = Browser.signedIn(service, account.login());
        for (int i = 0; i < SignInPace.FREE; i++) {
            status(new Browser(service), account.login(), "guess");
        }
        String password = People.oneTimePassword();
        String kept = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(password); // as cheap as BCrypt can be
        assertTrue(people.letIn(account.login(), kept));
        for (int i = 0; i < 2 * SignInPace.FREE; i++) {
            assertEquals(401, status(new Browser(service), account.login(), "guess"));
        }
        Browser browser = new Browser(service);
        assertEquals(302, status(browser, account.login(), password));
        assertEquals(200, browser.get("/account/password").statusCode());
        assertEquals(302, thief.get("/account/password").statusCode(), "who had the old one is out");
        assertEquals(false, people.letIn("nobody-at-all", "x"));
    }

    @Test
    void a_password_is_kept_as_dear_to_guess_as_bcrypt_makes_it_unasked() {
        Account account = real();
        assertTrue(account.password().startsWith("{bcrypt}$2a$10$"), account::password);
        people.resetPassword(admin, account.id(), "quite another one");
        String reset = people.find(account.id()).orElseThrow().password();
        assertTrue(reset.startsWith("{bcrypt}$2a$10$"), reset);
    }

    @Test
    void what_cannot_be_a_login_is_nobodys() {
        for (String login : List.of("", " ", "a\0b", "'; drop table account", "x".repeat(100_000), "张三")) {
            assertThrows(UsernameNotFoundException.class, () -> people.person(login));
            assertTrue(people.current(login).isEmpty());
            people.noteHeld(login, "192.0.2.1");
            people.succeeded(login);
        }
        Browser browser = new Browser(service);
        browser.get("/login");
        assertEquals(
                302,
                browser.post("/login", Map.of("username", "a\0b", "password", "x\0"))
                        .statusCode());
    }

    @Test
    void an_account_is_made_of_what_both_databases_keep() {
        String login = "n" + System.nanoTime();
        Set<Role> reviewer = Set.of(Role.REVIEWER);
        refused(login, "张\0三", reviewer, "");
        refused(login, " ", reviewer, "");
        refused(login, "长".repeat(61), reviewer, "");
        refused(login, "张三", Set.of(), "");
        refused(login, "张三", reviewer, "x".repeat(21));
        refused(login, "张三", reviewer, "甘\0");
        refused(login, "张三", Set.of(Role.COUNTY_OFFICER), "");
        refused(login, "张三", Set.of(Role.ADMIN, Role.REVIEWER), "");
        refused(login, "张三", Set.of(Role.AUDITOR, Role.LEADER), "");
        refused("é", "张三", reviewer, "");
        refused("a", "张三", reviewer, "");
        people.create(admin, login.toUpperCase(java.util.Locale.ROOT), "张三", TestService.PASSWORD, reviewer, "", false);
        refused(login, "张三", reviewer, "");
    }

    private void refused(String login, String name, Set<Role> roles, String place) {
        assertThrows(
                AccountException.class,
                () -> people.create(admin, login, name, TestService.PASSWORD, roles, place, false));
    }

    @Test
    void of_eight_who_make_the_same_account_at_once_one_succeeds_and_seven_are_told() throws Exception {
        String login = "e" + System.nanoTime();
        List<String> said = atOnce(8, () -> {
            try {
                people.create(admin, login, "张三", TestService.PASSWORD, Set.of(Role.REVIEWER), "", false);
                return "";
            } catch (AccountException e) {
                return String.valueOf(e.getMessage());
            }
        });
        assertEquals(1, said.stream().filter(String::isEmpty).count());
        assertEquals(7, said.stream().filter(message -> message.contains(login)).count());
    }

    @Test
    void an_administrator_cannot_shut_himself_out() {
        Account self = people.all().stream()
                .filter(a -> a.login().equals("administrator"))
                .findFirst()
                .orElseThrow();
        assertThrows(
                AccountException.class,
                () -> people.change(admin, self.id(), self.name(), Set.of(Role.ADMIN), "", false));
        assertThrows(
                AccountException.class,
                () -> people.change(admin, self.id(), self.name(), Set.of(Role.REVIEWER), "", true));
    }

    @Test
    void a_token_lets_in_until_it_is_revoked_or_expires_and_is_kept_as_a_hash_only() {
        Tokens tokens = service.bean(Tokens.class);
        Tokens.IssuedToken issued = tokens.issue(admin, "审批系统", Set.of(Scope.ASSESS), "620821", null);
        Actor program = tokens.holder(issued.secret()).orElseThrow();
        assertEquals(Set.of(Scope.ASSESS), program.scopes());
        assertEquals("620821", program.place());
        assertEquals(Set.of(), program.roles());
        assertTrue(tokens.all().stream().noneMatch(token -> token.toString().contains(issued.secret())));
        assertTrue(tokens.holder(issued.secret() + "x").isEmpty());
        assertTrue(tokens.holder("").isEmpty());
        tokens.revoke(admin, issued.token().id());
        assertTrue(tokens.holder(issued.secret()).isEmpty());
        tokens.revoke(admin, issued.token().id());

        Instant past = Instant.now().minusSeconds(1);
        assertThrows(AccountException.class, () -> tokens.issue(admin, "x", Set.of(Scope.ASSESS), "", past));
        assertThrows(AccountException.class, () -> tokens.issue(admin, "a\0", Set.of(Scope.ASSESS), "", null));
        assertThrows(AccountException.class, () -> tokens.issue(admin, "x", Set.of(), "", null));
    }
}
