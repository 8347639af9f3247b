package plancheck.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import plancheck.access.AccountException;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.access.Role;
import plancheck.access.Scope;
import plancheck.access.Tokens;
import plancheck.archive.Account;
import plancheck.archive.Accounts;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/**
 * The real service on a free port with a fresh H2 file, started once for all tests of a run. Tests share it, so each
 * makes its own dossiers and tokens and looks at nothing but these.
 */
public final class TestService {
    /** The password of every account here. */
    public static final String PASSWORD = "correct horse battery";

    /** The same as an account keeps it, hashed as cheaply as BCrypt can: some hundred sign-ins of a run try it. */
    private static final String KEPT = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final AtomicReference<@Nullable TestService> SHARED = new AtomicReference<>();
    private static final AtomicReference<@Nullable TestService> SHARED_ON_POSTGRES = new AtomicReference<>();
    private static final Actor SYSTEM = new Actor("system", "test", Set.of(), "", Set.of());

    private final Path data;
    private final String database;
    private final Map<String, Object> more;
    private Service.RunningService running;

    private TestService(Service.RunningService running, Path data, String database, Map<String, Object> more) {
        this.running = running;
        this.data = data;
        this.database = database;
        this.more = more;
    }

    /** The service all tests share. Accounts: see {@link #people}. */
    public static synchronized TestService shared() {
        TestService service = SHARED.get();
        if (service == null) {
            service = start(Map.of());
            SHARED.set(service);
        }
        return service;
    }

    /** The same on a real PostgreSQL; see {@link TestDatabase}. */
    public static synchronized TestService sharedOnPostgres() {
        TestService service = SHARED_ON_POSTGRES.get();
        if (service == null) {
            service = start(TestPostgres.fresh(), Map.of());
            SHARED_ON_POSTGRES.set(service);
        }
        return service;
    }

    /** A service of one's own, with further Spring properties; to be closed. */
    public static TestService start(Map<String, Object> more) {
        return start("", more);
    }

    /**
     * A service of one's own; to be closed.
     *
     * @param database JDBC URL, empty for a fresh H2 file
     * @param more further Spring properties
     */
    public static TestService start(String database, Map<String, Object> more) {
        try {
            return start(Files.createTempDirectory("plancheck-test"), database, more);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The same with its data in a folder. */
    static TestService start(Path data, String database, Map<String, Object> more) {
        Settings settings = new Settings("127.0.0.1", 0, data, database, "", "", true);
        TestService service = new TestService(Service.start(BOOK, settings, more), data, database, more);
        service.people();
        return service;
    }

    /** Stops it, and starts it again on the same data and the same port. */
    public void restart() {
        restart(() -> {});
    }

    /** @param meanwhile done while it is stopped */
    public void restart(Runnable meanwhile) {
        int port = running.port();
        close();
        meanwhile.run();
        running = Service.start(BOOK, new Settings("127.0.0.1", port, data, database, "", "", true), more);
    }

    /** For example {@code http://localhost:41234}. */
    public String url() {
        return "http://localhost:" + running.port();
    }

    /** Where the service keeps its data. */
    public Path data() {
        return data;
    }

    public <T> T bean(Class<T> type) {
        return running.context().getBean(type);
    }

    /** By their names. */
    public <T> Map<String, T> all(Class<T> type) {
        return running.context().getBeansOfType(type);
    }

    public RuleBook book() {
        return BOOK;
    }

    /**
     * The accounts: {@code jingchuan} and {@code lingtai} (county officers of 620821 and 620822), {@code reviewer},
     * {@code leader}, {@code auditor}, {@code administrator}, and {@code both} (officer of 620821 and reviewer).
     */
    private void people() {
        person("jingchuan", "620821", Role.COUNTY_OFFICER);
        person("lingtai", "620822", Role.COUNTY_OFFICER);
        person("reviewer", "", Role.REVIEWER);
        person("leader", "", Role.LEADER);
        person("auditor", "", Role.AUDITOR);
        person("administrator", "", Role.ADMIN);
        person("both", "620821", Role.COUNTY_OFFICER, Role.REVIEWER);
    }

    /** Makes one more account, with {@link #PASSWORD}. */
    public void person(String login, String place, Role... roles) {
        try {
            Account made = bean(People.class).create(SYSTEM, login, "测试" + login, "", Set.of(roles), place, false);
            bean(Accounts.class).save(made.withPassword(KEPT, false));
        } catch (AccountException taken) {
            throw new IllegalStateException(taken);
        }
    }

    /** An account's holder, as he acts once he is signed in. */
    public Actor actor(String login) {
        return bean(People.class).current(login).orElseThrow();
    }

    /** The holder of a fresh token. */
    public Actor program(String place, Scope... scopes) {
        return bean(Tokens.class).holder(token(place, scopes)).orElseThrow();
    }

    /** A fresh token. */
    public String token(String place, Scope... scopes) {
        return bean(Tokens.class)
                .issue(SYSTEM, "测试", Set.of(scopes), place, null)
                .secret();
    }

    public void close() {
        running.close();
    }
}
