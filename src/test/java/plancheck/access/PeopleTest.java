package plancheck.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
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
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
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

    private Account fresh() {
        String login = "p" + System.nanoTime();
        return people.create(admin, login, "张三", TestService.PASSWORD, Set.of(Role.REVIEWER), "", false);
    }

    private Account now(Account account) {
        return people.find(account.id()).orElseThrow();
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

    @Test
    void of_sixteen_wrong_passwords_at_once_none_goes_uncounted() throws Exception {
        Account account = fresh();
        atOnce(16, () -> {
            people.failed(account.login());
            return true;
        });
        assertEquals(16, now(account).failedLogins());
        Instant until = present(now(account).lockedUntil());
        assertTrue(until.isAfter(Instant.now().plus(People.LOCKED).minusSeconds(60)));
        long locked = service.bean(AuditTrail.class).findAllByObjectOrderById("account:" + account.login()).stream()
                .map(AuditEntry::action)
                .filter("account.locked"::equals)
                .count();
        assertEquals(3, locked, "at the 5th, the 10th and the 15th");
    }

    private static Instant present(@org.jspecify.annotations.Nullable Instant instant) {
        assertNotNull(instant);
        return instant;
    }

    @Test
    void guessing_from_many_sides_at_once_locks_the_account_for_the_right_password_too() throws Exception {
        Account account = fresh();
        atOnce(12, () -> {
            Browser browser = new Browser(service);
            browser.get("/login");
            return browser.post("/login", Map.of("username", account.login(), "password", "guess"))
                    .statusCode();
        });
        assertTrue(now(account).failedLogins() >= People.ATTEMPTS);
        assertThrows(IllegalStateException.class, () -> Browser.signedIn(service, account.login()));
        people.resetPassword(admin, account.id(), TestService.PASSWORD);
        Browser.signedIn(service, account.login());
    }

    @Test
    void a_right_password_forgets_the_wrong_ones_and_a_lock_ends_by_itself() {
        Account account = fresh();
        for (int i = 0; i < 4; i++) {
            people.failed(account.login());
        }
        Browser.signedIn(service, account.login());
        assertEquals(0, now(account).failedLogins());

        Account over = now(account);
        service.bean(plancheck.archive.Accounts.class)
                .failed(over.login(), 1, Instant.now().minusSeconds(1));
        UserDetails user = people.loadUserByUsername(over.login());
        assertTrue(user.isAccountNonLocked());
        service.bean(plancheck.archive.Accounts.class)
                .failed(over.login(), 1, Instant.now().plusSeconds(60));
        assertEquals(false, people.loadUserByUsername(over.login()).isAccountNonLocked());
    }

    @Test
    void what_cannot_be_a_login_is_nobodys() {
        for (String login : List.of("", " ", "a\0b", "'; drop table account", "x".repeat(100_000), "张三")) {
            assertThrows(UsernameNotFoundException.class, () -> people.loadUserByUsername(login));
            assertTrue(people.current(login).isEmpty());
            people.failed(login);
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
        Tokens.Issued issued = tokens.issue(admin, "审批系统", Set.of(Scope.ASSESS), "620821", null);
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
