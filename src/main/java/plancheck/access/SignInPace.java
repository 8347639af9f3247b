package plancheck.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How quickly passwords may be guessed. After a few wrong ones each further one has to wait, longer each time: whoever
 * guesses from one address slows down that address and nobody else. Far more from many addresses slow down the login as
 * a whole, but not where its holder has come in from before. A login that there is not is counted like any other.
 *
 * <p>A try counts from its beginning, so that many at once get no more than one after the other. What is counted is kept
 * in memory, for so many; the longest unused are forgotten first.
 */
@Component
public final class SignInPace {
    /** Wrong passwords for one login from one address before the next has to wait. */
    public static final int FREE = 5;

    /** Wrong ones for one login from anywhere before the next has to wait. */
    static final int FREE_FOR_LOGIN = 50;

    /** Wrong ones from one address, which may be a whole office's, before the next has to wait. */
    static final int FREE_FROM_ADDRESS = 100;

    /** The first wait; each further one is twice as long. */
    static final Duration FIRST = Duration.ofSeconds(30);

    static final Duration LONGEST = Duration.ofMinutes(15);

    /** After so long without a try it begins anew. */
    static final Duration FORGOTTEN = Duration.ofHours(6);

    /** For so long somebody who was let in from the machine itself need not wait, with a password nobody can guess. */
    static final Duration LET_IN = Duration.ofMinutes(10);

    static final int KEPT = 20_000;

    private static final String ANY = "";
    private static final String NOBODYS = "?";

    private final Clock clock;
    private final Map<Key, Tally> tallies = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Tally> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<String, Instant> letIn = new HashMap<>();

    public SignInPace(Clock clock) {
        this.clock = clock;
    }

    private record Key(String login, String address) {
        int free() {
            return login.equals(ANY) ? FREE_FROM_ADDRESS : address.equals(ANY) ? FREE_FOR_LOGIN : FREE;
        }
    }

    /**
     * What has been counted.
     *
     * @param until when the next try may be made
     * @param known whether the login's holder has come in from there
     */
    private record Tally(int tries, Instant last, Instant until, boolean known) {}

    /**
     * A try at a password.
     *
     * @param held how long to wait; zero when the password may be looked at, and is to be
     * @param beginsToWait whether whatever comes after it from there has to wait, for the first time
     */
    public record Turn(Duration held, boolean beginsToWait) {
        public boolean isHeld() {
            return !held.isZero();
        }
    }

    /**
     * Begins a try, and counts it as wrong until {@link #right} says otherwise.
     *
     * @param login as it was typed
     * @param address of the caller
     */
    public synchronized Turn take(String login, String address) {
        Instant now = clock.instant();
        Key pair = pair(login, address);
        if (isLetIn(pair.login(), now)) {
            return new Turn(Duration.ZERO, false);
        }
        List<Key> keys = keys(pair);
        Instant until = keys.stream()
                .filter(key -> !key.address().equals(ANY) || !tally(pair, now).known())
                .map(key -> tally(key, now).until())
                .max(Instant::compareTo)
                .orElse(now);
        if (until.isAfter(now)) {
            return new Turn(Duration.between(now, until), false);
        }
        keys.forEach(key -> tallies.put(key, counted(key, tally(key, now), now)));
        return new Turn(Duration.ZERO, tally(pair, now).tries() == FREE);
    }

    /** The password was right: what was wrong before it is forgotten, and the address is known from now on. */
    public synchronized void right(String login, String address) {
        Instant now = clock.instant();
        Key pair = pair(login, address);
        takeBack(login, address);
        tallies.put(pair, new Tally(0, now, now, true));
        tallies.remove(new Key(pair.login(), ANY));
    }

    /** It could not be told whether it was right. */
    public synchronized void takeBack(String login, String address) {
        Instant now = clock.instant();
        for (Key key : keys(pair(login, address))) {
            Tally tally = tally(key, now);
            int tries = Math.max(0, tally.tries() - 1);
            Instant until = tries < key.free() ? now : tally.until();
            tallies.put(key, new Tally(tries, tally.last(), until, tally.known()));
        }
    }

    /** Forgets all wrong passwords for a login. */
    public synchronized void forget(String login) {
        String normal = People.normal(login);
        tallies.replaceAll((key, tally) ->
                key.login().equals(normal) ? new Tally(0, tally.last(), tally.last(), tally.known()) : tally);
    }

    /** Lets a login be tried without waiting, for a while. Its password must be one that nobody can guess. */
    synchronized void letIn(String login) {
        forget(login);
        letIn.put(People.normal(login), clock.instant().plus(LET_IN));
    }

    /** The logins for which somewhere somebody has to wait, and until when. */
    public synchronized Map<String, Instant> held() {
        Instant now = clock.instant();
        Map<String, Instant> held = new HashMap<>();
        tallies.forEach((key, tally) -> {
            if (tally.until().isAfter(now)) {
                held.merge(key.login(), tally.until(), (a, b) -> a.isAfter(b) ? a : b);
            }
        });
        return held;
    }

    synchronized int size() {
        return tallies.size();
    }

    private boolean isLetIn(String login, Instant now) {
        letIn.values().removeIf(now::isAfter);
        return letIn.containsKey(login);
    }

    private Tally tally(Key key, Instant now) {
        Tally tally = tallies.get(key);
        if (tally == null || tally.last().plus(FORGOTTEN).isBefore(now)) {
            return new Tally(0, now, now, tally != null && tally.known());
        }
        return tally;
    }

    private static Tally counted(Key key, Tally tally, Instant now) {
        int tries = tally.tries() + 1;
        int over = tries - key.free();
        Duration wait = FIRST.multipliedBy(1L << Math.min(Math.max(over, 0), 10));
        Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        return new Tally(tries, now, over < 0 ? now : now.plus(bounded), tally.known());
    }

    private static List<Key> keys(Key pair) {
        return pair.login().equals(NOBODYS)
                ? List.of(pair, new Key(ANY, pair.address()))
                : List.of(pair, new Key(pair.login(), ANY), new Key(ANY, pair.address()));
    }

    /** What cannot be a login is one and the same, however long it is. */
    private static Key pair(String login, String address) {
        String normal = People.normal(login);
        return new Key(People.isLogin(normal) ? normal : NOBODYS, network(address));
    }

    /** An address; of IPv6 the network, since whoever has one address has them all. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address.isEmpty() || address.length() > 60 ? "?" : address;
        }
        return literal(address)
                .map(InetAddress::getAddress)
                .map(bytes -> HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)))
                .orElse(address.length() > 60 ? "?" : address);
    }

    /** Never asks anybody for a name: with a colon in it, it is an address or nothing. */
    private static Optional<InetAddress> literal(String address) {
        try {
            return Optional.of(InetAddress.getByName(address)).filter(Inet6Address.class::isInstance);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
