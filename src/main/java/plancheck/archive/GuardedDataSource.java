package plancheck.archive;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A pool that gives no connection while its database is known to be away, so that nobody waits for what does not come. */
final class GuardedDataSource extends DelegatingDataSource {
    private static final String NO_CONNECTION = "08001";

    private final HikariDataSource pool;
    private volatile boolean away;

    GuardedDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    /** For whoever finds out whether it is still away. */
    HikariDataSource pool() {
        return pool;
    }

    void setAway(boolean away) {
        this.away = away;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLTransientConnectionException("the database is known to be away", NO_CONNECTION);
        }
        return super.getConnection();
    }
}
