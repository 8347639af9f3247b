package plancheck.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plancheck.archive.Account;
import plancheck.archive.Accounts;
import plancheck.archive.AuditEntry;
import plancheck.archive.AuditTrail;

/** The accounts of people: made and changed by an administrator, locked for a while after too many wrong passwords. */
@Component
public class People implements UserDetailsService {
    /** Wrong passwords in a row before an account is locked. */
    public static final int ATTEMPTS = 5;

    /** How long it is locked then. */
    public static final Duration LOCKED = Duration.ofMinutes(15);

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
    private final Clock clock;

    public People(Accounts accounts, AuditTrail trail, PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.trail = trail;
        this.encoder = encoder;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return byLogin(login)
                .filter(account -> !account.password().isEmpty())
                .map(Person::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Who holds the login now; empty when nobody does, or the account is disabled. */
    public Optional<Actor> current(String login) {
        return byLogin(login).filter(Account::enabled).map(Person::actor);
    }

    /** Whether somebody who was let in would be let in again: as the same person, with the same rights and password. */
    boolean stillHolds(SignedIn signedIn) {
        return byLogin(signedIn.actor().id())
                .filter(Account::enabled)
                .filter(account -> Person.actor(account).equals(signedIn.actor()))
                .filter(account -> !(signedIn instanceof Person person) || person.hasPasswordOf(account))
                .isPresent();
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
            throw new AccountException(
                    "登录名须为2至60个小写字母、数字或 . _ @ -，以字母或数字开头",
                    "A login is 2 to 60 lower-case letters, digits or . _ @ -, beginning with a letter or digit");
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
                0,
                null,
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
        return new AccountException("登录名“" + login + "”已有人使用，请换一个", "The login “" + login + "” is taken");
    }

    /** Changes what an administrator may change. */
    @Transactional
    public Account change(Actor by, UUID id, String name, Set<Role> roles, String place, boolean enabled) {
        Account account =
                accounts.findById(id).orElseThrow(() -> new AccountException("没有这个用户", "There is no such account"));
        checked(name, roles, place);
        if (account.login().equals(by.id()) && !(enabled && roles.contains(Role.ADMIN))) {
            throw new AccountException(
                    "不能停用自己，也不能取消自己的系统管理员角色；请由另一位管理员操作",
                    "You cannot disable yourself or give up your own role of administrator; another administrator can");
        }
        Account changed = accounts.save(account.with(name.strip(), granted(roles), place, enabled));
        String detail = said(account).equals(said(changed)) ? "" : said(account) + " → " + said(changed);
        audit(by.id(), "account.change", account.login(), state(account), state(changed), detail);
        return changed;
    }

    /** Gives a new password that has to be changed at the next sign-in, and unlocks the account. */
    @Transactional
    public void resetPassword(Actor by, UUID id, String password) {
        Account account =
                accounts.findById(id).orElseThrow(() -> new AccountException("没有这个用户", "There is no such account"));
        checkSignsInHere(account);
        checkPassword(password);
        accounts.save(account.withPassword(encoded(password), true));
        audit(by.id(), "account.password-reset", account.login(), "", "");
    }

    /** Lets an account sign in again that too many wrong passwords have locked. */
    @Transactional
    public void unlock(Actor by, UUID id) {
        Account account =
                accounts.findById(id).orElseThrow(() -> new AccountException("没有这个用户", "There is no such account"));
        accounts.forgive(account.login());
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

    /** Changes one's own password. */
    @Transactional
    public void changePassword(Actor self, String old, String password) {
        Account account = accounts.findByLogin(self.id())
                .orElseThrow(() -> new AccountException("没有这个用户", "There is no such account"));
        checkSignsInHere(account);
        if (!encoder.matches(old, account.password())) {
            throw new AccountException("原密码不对", "The present password is wrong");
        }
        checkPassword(password);
        if (old.equals(password)) {
            throw new AccountException("新密码与原密码相同，请换一个", "The new password is the present one");
        }
        accounts.save(account.withPassword(encoded(password), false));
        audit(self.id(), "account.password-change", account.login(), "", "");
    }

    /** Counts a wrong password, and locks the account after {@link #ATTEMPTS} in a row. */
    @Transactional
    public void failed(String login) {
        Instant until = clock.instant().plus(LOCKED);
        if (byLogin(login).isPresent() && accounts.failed(normal(login), ATTEMPTS, until) > 0) {
            byLogin(login)
                    .filter(account -> account.failedLogins() % ATTEMPTS == 0)
                    .ifPresent(account ->
                            audit(account.login(), "account.locked", account.login(), "", String.valueOf(until)));
        }
    }

    /** A right password forgets the wrong ones before it. */
    @Transactional
    public void succeeded(String login) {
        byLogin(login).ifPresent(account -> {
            if (account.failedLogins() > 0) {
                accounts.forgive(account.login());
            }
            audit(account.login(), "account.sign-in", account.login(), "", "");
        });
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

    private static void checked(String name, Set<Role> roles, String place) {
        if (name.isBlank() || name.length() > 60 || name.chars().anyMatch(Character::isISOControl)) {
            throw new AccountException("请填写姓名（不超过60个字）", "Please give a name of at most 60 characters");
        }
        if (!place.matches("[a-z0-9-]{0,20}")) {
            throw new AccountException("没有代码为“" + place + "”的地区", "There is no place “" + place + "”");
        }
        if (roles.isEmpty()) {
            throw new AccountException("请至少选择一个角色", "Please choose at least one role");
        }
        if (roles.contains(Role.COUNTY_OFFICER) && place.isEmpty()) {
            throw new AccountException("县级经办人须选择所属地区", "A county officer needs a place");
        }
        if (roles.contains(Role.ADMIN) && roles.size() > 1) {
            throw new AccountException(
                    "系统管理员不经办材料，不能兼任其他角色",
                    "An administrator has nothing to do with dossiers and can have no other role");
        }
        if (roles.contains(Role.AUDITOR) && roles.size() > 1) {
            throw new AccountException("审计人员只读，不能兼任其他角色", "An auditor only reads and can have no other role");
        }
    }

    private static void checkPassword(String password) {
        if (password.length() < PASSWORD_LENGTH) {
            throw new AccountException(
                    "密码至少" + PASSWORD_LENGTH + "个字符", "A password has at least " + PASSWORD_LENGTH + " characters");
        }
        if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > PASSWORD_BYTES) {
            throw new AccountException(
                    "密码过长：至多72个字母，或24个汉字", "The password is too long: at most 72 letters or 24 Chinese characters");
        }
    }

    /** What cannot be a login is nobody's, and is not asked for: PostgreSQL takes amiss what it cannot store. */
    private Optional<Account> byLogin(String login) {
        String normal = normal(login);
        return LOGIN.matcher(normal).matches() ? accounts.findByLogin(normal) : Optional.empty();
    }

    private static String normal(String login) {
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

    private static Set<Account.Granted> granted(Set<Role> roles) {
        return roles.stream().map(role -> new Account.Granted(role.name())).collect(Collectors.toUnmodifiableSet());
    }

    private static String state(Account account) {
        return account.enabled() ? "enabled" : "disabled";
    }

    /** Name, roles and place, for whoever reads the trail. */
    private static String said(Account account) {
        String roles = account.roles().stream()
                .map(granted -> Role.valueOf(granted.role()).label())
                .sorted()
                .collect(Collectors.joining("、"));
        return account.name() + "（" + roles + (account.place().isEmpty() ? "" : "，" + account.place()) + "）";
    }

    private static void checkSignsInHere(Account account) {
        if (account.password().isEmpty()) {
            throw new AccountException(
                    "本账户由统一身份认证登录，不在这里设置密码", "This account signs in elsewhere and has no password here");
        }
    }

    private void audit(String actor, String action, String login, String from, String to) {
        audit(actor, action, login, from, to, "");
    }

    private void audit(String actor, String action, String login, String from, String to, String detail) {
        trail.insert(new AuditEntry(null, clock.instant(), actor, action, "account:" + login, from, to, detail));
    }
}
