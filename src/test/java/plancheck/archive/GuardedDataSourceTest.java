package plancheck.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardedDataSourceTest {

    @Test
    void while_the_database_is_known_to_be_away_the_pool_is_not_asked_and_the_failure_says_so() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:guarded");
            GuardedDataSource guarded = new GuardedDataSource(pool);
            guarded.setAway(true);
            SQLException refused = assertThrows(SQLException.class, guarded::getConnection);
            assertEquals(Optional.of(Trouble.UNREACHABLE), Trouble.of(refused));
            assertEquals(null, pool.getHikariPoolMXBean(), "the pool was asked");

            guarded.setAway(false);
            try (Connection connection = guarded.getConnection()) {
                assertTrue(connection.isValid(1));
            }
        }
    }
}
