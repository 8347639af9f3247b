package plancheck.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How quickly passwords may be guessed, and whom that slows down. */
class SignInPaceTest {
    private static final String HOME = "192.0.2.10";
    private static final String STRANGER = "198.51.100.7";

    private final Ticking clock = new Ticking();
    private final SignInPace pace = new SignInPace(clock);

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-30T08:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Duration guess(String login, String address) {
        return pace.take(login, address).held();
    }

    private void wrong(int times, String login, String address) {
        for (int i = 0; i < times; i++) {
            guess(login, address);
        }
    }

    @Test
    void the_first_five_are_free_and_each_further_one_waits_twice_as_long() {
        wrong(SignInPace.FREE, "admin", STRANGER);
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Duration held = guess("admin", STRANGER);
            waits.add(held.toSeconds());
            clock.pass(held);
            assertFalse(pace.take("admin", STRANGER).isHeld(), "exactly when it has waited");
        }
        assertEquals(List.of(30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L), waits);
    }

    @Test
    void a_stranger_makes_nobody_wait_but_himself() {
        wrong(1000, "admin", STRANGER);
        assertTrue(pace.take("admin", STRANGER).isHeld());
        assertFalse(pace.take("admin", HOME).isHeld());
        assertFalse(pace.take("another", STRANGER).isHeld());
        assertTrue(pace.held().containsKey("admin"));
        assertFalse(pace.held().containsKey("another"));
    }

    @Test
    void asking_again_while_one_has_to_wait_makes_it_no_longer() {
        wrong(SignInPace.FREE, "admin", STRANGER);
        wrong(100, "admin", STRANGER);
        clock.pass(SignInPace.FIRST);
        assertFalse(pace.take("admin", STRANGER).isHeld());
    }

    @Test
    void guesses_from_very_many_addresses_slow_the_login_down_but_not_where_its_holder_comes_from() {
        pace.take("admin", HOME);
        pace.right("admin", HOME);
        for (int i = 0; i < SignInPace.FREE_FOR_LOGIN; i++) {
            assertFalse(pace.take("admin", "198.51.100." + i).isHeld());
        }
        assertTrue(pace.take("admin", "203.0.113.1").isHeld());
        assertFalse(pace.take("admin", HOME).isHeld());
        assertFalse(pace.take("another", "203.0.113.1").isHeld());
    }

    @Test
    void one_address_that_tries_very_many_logins_has_to_wait_for_all() {
        for (int i = 0; i < SignInPace.FREE_FROM_ADDRESS; i++) {
            assertFalse(pace.take("user" + i, STRANGER).isHeld());
        }
        assertTrue(pace.take("admin", STRANGER).isHeld());
        assertFalse(pace.take("admin", HOME).isHeld());
    }

    @Test
    void signing_in_with_an_own_account_frees_nobody_to_guess_others() {
        for (int i = 0; i < 2 * SignInPace.FREE_FROM_ADDRESS; i++) {
            pace.take("user" + i, STRANGER);
            if (!pace.take("own", STRANGER).isHeld()) {
                pace.right("own", STRANGER);
            }
        }
        assertTrue(pace.take("admin", STRANGER).isHeld());
    }

    @Test
    void a_login_that_there_is_not_is_counted_like_one_that_there_is() {
        List<Duration> known = new ArrayList<>();
        List<Duration> unknown = new ArrayList<>();
        for (int i = 0; i < 2 * SignInPace.FREE; i++) {
            known.add(guess("admin", "203.0.113.1"));
            unknown.add(guess("no such login!", "203.0.113.2"));
        }
        assertEquals(known, unknown);
    }

    @Test
    void a_login_is_the_same_however_it_is_written_and_an_address_is_its_network() {
        wrong(SignInPace.FREE - 1, "admin", "2001:db8::1");
        assertFalse(pace.take(" ADMIN ", "2001:db8::2").isHeld());
        assertTrue(pace.take("Admin", "2001:db8:0:0:ffff::3").isHeld());
        assertFalse(pace.take("admin", "2001:db8:0:1::1").isHeld());
        assertFalse(pace.take("admin", "not:an:address").isHeld());
    }

    @Test
    void what_could_not_be_looked_at_does_not_count() {
        for (int i = 0; i < 20; i++) {
            assertFalse(pace.take("admin", HOME).isHeld());
            pace.takeBack("admin", HOME);
        }
    }

    @Test
    void wrong_ones_of_long_ago_are_forgotten() {
        wrong(SignInPace.FREE, "admin", STRANGER);
        clock.pass(SignInPace.FORGOTTEN.plusSeconds(1));
        for (int i = 0; i < SignInPace.FREE; i++) {
            assertFalse(pace.take("admin", STRANGER).isHeld());
        }
    }

    @Test
    void whoever_is_let_in_need_not_wait_for_ten_minutes() {
        wrong(100, "admin", HOME);
        pace.letIn("ADMIN");
        wrong(100, "admin", HOME);
        assertFalse(pace.take("admin", HOME).isHeld());
        clock.pass(SignInPace.LET_IN.plusSeconds(1));
        wrong(SignInPace.FREE, "admin", HOME);
        assertTrue(pace.take("admin", HOME).isHeld());
    }

    @Test
    void what_is_kept_of_strangers_is_bounded() {
        for (int i = 0; i < 2 * SignInPace.KEPT; i++) {
            pace.take("x".repeat(10_000), "10." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255));
            pace.take("u" + i, "y".repeat(10_000) + i);
        }
        assertEquals(SignInPace.KEPT, pace.size());
    }
}
