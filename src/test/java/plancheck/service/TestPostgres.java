package plancheck.service;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** A real PostgreSQL, unpacked and started once for all tests of a run; it ends with the JVM, and runs as root too. */
public final class TestPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable EmbeddedPostgres running;

    private TestPostgres() {}

    /** JDBC URL of a new, empty database, with the user in it; it needs no password. */
    public static synchronized String fresh() {
        try {
            EmbeddedPostgres server = running;
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .start();
                running = server;
                SpringApplication.getShutdownHandlers().add(TestPostgres::stop); // after the services that use it
            }
            String name = "plancheck" + DATABASES.incrementAndGet();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized void stop() {
        EmbeddedPostgres server = running;
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
