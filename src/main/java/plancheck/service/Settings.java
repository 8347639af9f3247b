package plancheck.service;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the service is started.
 *
 * @param address the network address it listens on
 * @param port 0 for any free one
 * @param data where the H2 database and the official texts are kept
 * @param databaseUrl a JDBC URL of PostgreSQL or H2; empty for the H2 file below {@code data}
 * @param databaseUser empty for H2's own
 * @param databasePassword empty for none
 * @param plainHttp whether browsers may send the session's cookie over HTTP; for networks without TLS
 */
public record Settings(
        String address,
        int port,
        Path data,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        boolean plainHttp) {

    /** As Spring Boot names them. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("server.address", address);
        properties.put("server.port", port);
        properties.put("server.servlet.session.cookie.secure", !plainHttp);
        properties.put("plancheck.data", data.toAbsolutePath().normalize().toString());
        properties.put("spring.datasource.url", databaseUrl.isEmpty() ? h2() : databaseUrl);
        if (databaseUrl.isEmpty() || !databaseUser.isEmpty()) {
            properties.put("spring.datasource.username", databaseUrl.isEmpty() ? "plancheck" : databaseUser);
            properties.put("spring.datasource.password", databaseUrl.isEmpty() ? "" : databasePassword);
        }
        return properties;
    }

    /** Each commit is written to the file before it is answered: without a delay of zero a crash loses half a second. */
    private String h2() {
        return "jdbc:h2:file:" + data.toAbsolutePath().normalize().resolve("plancheck")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
    }
}
