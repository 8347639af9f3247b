package plancheck.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plancheck.archive.Account;
import plancheck.archive.Accounts;
import plancheck.archive.AuditEntry;
import plancheck.archive.AuditTrail;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;

/** The accounts of people: made and changed by an administrator. How quickly passwords may be tried: {@link SignInPace}. */
@Component
public class People {
    private static final Phrase NOTHING_MORE = Label.of("");

    /** Shortest password that is taken; no other rule, as NIST SP 800-63B advises. */
    public static final int PASSWORD_LENGTH = 10;

    /** BCrypt reads no more than 72 bytes, and a Chinese character takes three. */
    private static final int PASSWORD_BYTES = 72;

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,59}");

    /** Letters and digits without 0 and o, 1, l and i. */
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final AuditTrail trail;
    private final PasswordEncoder encoder;
    private final SignInPace pace;
    private final Clock clock;

    public People(Accounts accounts, AuditTrail trail, PasswordEncoder encoder, SignInPace pace, Clock clock) {
        this.accounts = accounts;
        this.trail = trail;
        this.encoder = encoder;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * Who signs in here under the login.
     *
     * @throws UsernameNotFoundException when nobody does with a password
     */
    UserDetails person(String login) {
        return byLogin(login)
                .filter(account -> !account.password().isEmpty())
                .map(account -> new Person(account, true))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Who holds the login now; empty when nobody does, or the account is disabled. */
    public Optional<Actor> current(String login) {
        return enabled(login).map(Person::actor);
    }

    /** The account of whoever may come in with the login. */
    Optional<Account> enabled(String login) {
        return byLogin(login).filter(Account::enabled);
    }

    /** Whoever was let in once, if he would be let in again: with the same rights and the same password. */
    Optional<Person> again(SignedInStamp stamp) {
        return enabled(stamp.login())
                .filter(account -> SignedInStamp.of(account, stamp.here()).equals(stamp))
                .map(account -> new Person(account, stamp.here()));
    }

    /** By login. */
    public List<Account> all() {
        return accounts.findAllByOrderByLogin();
    }

    public Optional<Account> find(UUID id) {
        return accounts.findById(id);
    }

    /**
     * Makes an account.
     *
     * @param password empty for somebody who signs in elsewhere
     * @throws AccountException when the login is taken or anything is missing
     */
    @Transactional
    public Account create(
            Actor by, String login, String name, String password, Set<Role> roles, String place, boolean expired) {
        String normal = normal(login);
        if (!LOGIN.matcher(normal).matches()) {
            throw new AccountException(Message.of("access.login-malformed"));
        }
        if (accounts.findByLogin(normal).isPresent()) {
            throw taken(normal);
        }
        checked(name, roles, place);
        if (!password.isEmpty()) {
            checkPassword(password);
        }
        Account made = inserted(new Account(
                UUID.randomUUID(),
                normal,
                name.strip(),
                password.isEmpty() ? "" : encoded(password),
                granted(roles),
                place,
                true,
                expired,
                clock.instant(),
                null));
        audit(by.id(), "account.create", normal, "", state(made), said(made));
        return made;
    }

    private Account inserted(Account account) {
        try {
            return accounts.save(account);
        } catch (DuplicateKeyException e) {
            throw taken(account.login()); // by another administrator, a moment ago
        }
    }

    private static AccountException taken(String login) {
        return new AccountException(Message.of("access.login-taken", login));
    }

    /** Changes what an administrator may change. */
    @Transactional
    public Account change(Actor by, UUID id, String name, Set<Role> roles, String place, boolean enabled) {
        Account account =
                accounts.findById(id).orElseThrow(() -> new AccountException(Message.of("access.no-such-account")));
        checked(name, roles, place);
        if (account.login().equals(by.id()) && !(enabled && roles.contains(Role.ADMIN))) {
            throw new AccountException(Message.of("access.own-account"));
        }
        Account changed = accounts.save(account.with(name.strip(), granted(roles), place, enabled));
        Phrase detail = said(account).equals(said(changed))
                ? NOTHING_MORE
                : Message.of("access.account-changed", said(account), said(changed));
        audit(by.id(), "account.change", account.login(), state(account), state(changed), detail);
        return changed;
    }

    /** Gives a new password that has to be changed at the next sign-in, and unlocks the account. */
    @Transactional
    public void resetPassword(Actor by, UUID id, String password) {
        Account account =
                accounts.findById(id).orElseThrow(() -> new AccountException(Message.of("access.no-such-account")));
        checkSignsInHere(account);
        checkPassword(password);
        accounts.save(account.withPassword(encoded(password), true));
        pace.forget(account.login());
        audit(by.id(), "account.password-reset", account.login(), "", "");
    }

    /** Lets an account sign in again without waiting. */
    @Transactional
    public void unlock(Actor by, UUID id) {
        Account account =
                accounts.findById(id).orElseThrow(() -> new AccountException(Message.of("access.no-such-account")));
        pace.forget(account.login());
        audit(by.id(), "account.unlock", account.login(), "", "");
    }

    /** A password nobody has thought of, to be told to somebody: 79 random bits in letters that do not look alike. */
    public static String oneTimePassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LEGIBLE.charAt(RANDOM.nextInt(LEGIBLE.length())));
        }
        return password.toString();
    }

    /**
     * Changes one's own password. The present one is guessed no quicker here than at the door.
     *
     * @param address of the caller
     */
    @Transactional
    public void changePassword(Actor self, String address, String old, String password) {
        Account account = accounts.findByLogin(self.id())
                .orElseThrow(() -> new AccountException(Message.of("access.no-such-account")));
        checkSignsInHere(account);
        checkPresent(account, address, old);
        checkPassword(password);
        if (old.equals(password)) {
            throw new AccountException(Message.of("access.password-unchanged"));
        }
        accounts.save(account.withPassword(encoded(password), false));
        audit(self.id(), "account.password-change", account.login(), "", "");
    }

    /**
     * Gives whoever has the machine itself a way in: a one-time password, which is asked for without waiting for a while.
     *
     * @param encoded the password, one of {@link #oneTimePassword}, already encoded
     * @return whether there is such an account and it is not disabled
     */
    @Transactional
    public boolean letIn(String login, String encoded) {
        Optional<Account> account = enabled(login);
        account.ifPresent(found -> {
            accounts.save(found.withPassword(encoded, true));
            pace.letIn(found.login());
            audit("system", "account.let-in", found.login(), "", "");
        });
        return account.isPresent();
    }

    /** Notes that further passwords from an address have to wait. */
    @Transactional
    public void noteHeld(String login, String address) {
        byLogin(login)
                .ifPresent(
                        account -> audit(account.login(), "account.held", account.login(), "", "", Label.of(address)));
    }

    @Transactional
    public void succeeded(String login) {
        byLogin(login).ifPresent(account -> audit(account.login(), "account.sign-in", account.login(), "", ""));
    }

    /**
     * Makes the first administrator when there is no account yet.
     *
     * @return the password, to be shown once; empty when there are accounts already
     */
    @Transactional
    public Optional<String> first() {
        if (accounts.count() > 0) {
            return Optional.empty();
        }
        String password = oneTimePassword();
        Actor system = new Actor("system", "plancheck", Set.of(), "", Set.of());
        create(system, "admin", "系统管理员", password, Set.of(Role.ADMIN), "", true);
        return Optional.of(password);
    }

    private void checkPresent(Account account, String address, String old) {
        SignInPace.Turn turn = pace.take(account.login(), address);
        if (turn.isHeld()) {
            long minutes = turn.held().plusSeconds(59).toMinutes();
            throw new AccountException(Message.of("access.too-many-wrong-passwords", minutes));
        }
        if (!encoder.matches(old, account.password())) {
            throw new AccountException(Message.of("access.wrong-password"));
        }
        pace.right(account.login(), address);
    }

    private static void checked(String name, Set<Role> roles, String place) {
        if (name.isBlank() || name.length() > 60 || name.chars().anyMatch(Character::isISOControl)) {
            throw new AccountException(Message.of("access.give-name"));
        }
        if (!place.matches("[a-z0-9-]{0,20}")) {
            throw new AccountException(Message.of("access.no-such-place", place));
        }
        if (roles.isEmpty()) {
            throw new AccountException(Message.of("access.choose-role"));
        }
        if (roles.contains(Role.COUNTY_OFFICER) && place.isEmpty()) {
            throw new AccountException(Message.of("access.county-officer-needs-place"));
        }
        if (roles.contains(Role.BUREAU) && place.isEmpty()) {
            throw new AccountException(Message.of("access.bureau-needs-place"));
        }
        if (roles.contains(Role.ADMIN) && roles.size() > 1) {
            throw new AccountException(Message.of("access.administrator-has-one-role"));
        }
        if (roles.contains(Role.AUDITOR) && roles.size() > 1) {
            throw new AccountException(Message.of("access.auditor-has-one-role"));
        }
    }

    private static void checkPassword(String password) {
        if (password.length() < PASSWORD_LENGTH) {
            throw new AccountException(Message.of("access.password-too-short", PASSWORD_LENGTH));
        }
        if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > PASSWORD_BYTES) {
            throw new AccountException(Message.of("access.password-too-long"));
        }
    }

    /** What cannot be a login is nobody's, and is not asked for: PostgreSQL takes amiss what it cannot store. */
    private Optional<Account> byLogin(String login) {
        String normal = normal(login);
        return isLogin(normal) ? accounts.findByLogin(normal) : Optional.empty();
    }

    /** Whether it can be the login of an account; in lower case. */
    public static boolean isLogin(String normal) {
        return LOGIN.matcher(normal).matches();
    }

    static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** PasswordEncoder promises null for null only. */
    private String encoded(String password) {
        String encoded = encoder.encode(password);
        if (encoded == null) {
            throw new IllegalStateException("a password cannot be encoded to nothing");
        }
        return encoded;
    }

    private static Set<Account.GrantedRole> granted(Set<Role> roles) {
        return roles.stream().map(role -> new Account.GrantedRole(role.name())).collect(Collectors.toUnmodifiableSet());
    }

    private static String state(Account account) {
        return account.enabled() ? "enabled" : "disabled";
    }

    /** Name, roles and place, for whoever reads the trail. */
    private static Message said(Account account) {
        List<Label> roles = account.roles().stream()
                .map(granted -> Role.valueOf(granted.role()))
                .sorted()
                .map(Role::inWords)
                .toList();
        return account.place().isEmpty()
                ? Message.of("access.account", account.name(), roles)
                : Message.of("access.account-of-place", account.name(), roles, account.place());
    }

    private static void checkSignsInHere(Account account) {
        if (account.password().isEmpty()) {
            throw new AccountException(Message.of("access.no-password-here"));
        }
    }

    private void audit(String actor, String action, String login, String from, String to) {
        audit(actor, action, login, from, to, NOTHING_MORE);
    }

    private void audit(String actor, String action, String login, String from, String to, Phrase detail) {
        trail.insert(AuditEntry.of(clock.instant(), actor, action, "account:" + login, from, to, detail));
    }
}
