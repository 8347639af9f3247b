package plancheck.service;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The two databases everything has to behave the same on. Tests are given both as a parameter. */
public enum TestDatabase {
    H2 {
        @Override
        public TestService service() {
            return TestService.shared();
        }

        @Override
        public String fresh() {
            return "jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
        }
    },
    POSTGRESQL {
        @Override
        public TestService service() {
            return TestService.sharedOnPostgres();
        }

        @Override
        public String fresh() {
            return TestPostgres.fresh();
        }
    };

    /** The service on it that all tests share. */
    public abstract TestService service();

    /** URL of an empty database of one's own. */
    public abstract String fresh();

    /** The folder of this database's files among the resources, for example {@code h2}. */
    public String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Makes a database look as if a version of plancheck that there is not yet had brought it up to date. */
    public static void bringPastThisVersion(String url) {
        run(
                url,
                ("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                                + " installed_by, execution_time, success)"
                                + " values (99, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'x', 1, true)")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Runs SQL, as it stands in a dump, past the service and its rules. */
    public static void run(String url, byte[] sql) {
        try (Connection connection = url.startsWith("jdbc:h2:")
                        ? DriverManager.getConnection(url, "sa", "")
                        : DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(new String(sql, StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
