package plancheck.service;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import plancheck.archive.DataFolder;
import plancheck.archive.DatabaseFile;

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

    private static final String H2_USER = "plancheck";

    /** In seconds; without these a server that is cut off is waited for until the network gives up, a quarter of an hour. */
    private static final Map<String, Object> PATIENCE = Map.of(
            "spring.datasource.hikari.data-source-properties.connectTimeout", "3",
            "spring.datasource.hikari.data-source-properties.socketTimeout", "30",
            "spring.datasource.hikari.data-source-properties.tcpKeepAlive", "true");

    /** In milliseconds; H2 runs in this process and cannot be away: who waits for it waits for the disk, and is served after. */
    private static final int PATIENCE_WITH_THE_DISK = 20_000;

    /** Makes the data folder fit for use, and looks at the H2 file in it unless the database is elsewhere. */
    DatabaseFile open() {
        DataFolder folder = new DataFolder(data.toAbsolutePath().normalize());
        folder.prepare();
        return databaseUrl.isEmpty() ? DatabaseFile.open(folder, h2(), H2_USER) : DatabaseFile.none();
    }

    /** As Spring Boot names them. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("server.address", address);
        properties.put("server.port", port);
        properties.put("server.servlet.session.cookie.secure", !plainHttp);
        properties.put("plancheck.data", data.toAbsolutePath().normalize().toString());
        properties.put("spring.datasource.url", databaseUrl.isEmpty() ? h2() : databaseUrl);
        if (databaseUrl.startsWith("jdbc:postgresql:")) {
            properties.putAll(PATIENCE);
        }
        if (databaseUrl.isEmpty()) {
            properties.put("spring.datasource.hikari.connection-timeout", PATIENCE_WITH_THE_DISK);
        }
        if (databaseUrl.isEmpty() || !databaseUser.isEmpty()) {
            properties.put("spring.datasource.username", databaseUrl.isEmpty() ? H2_USER : databaseUser);
            properties.put("spring.datasource.password", databaseUrl.isEmpty() ? "" : databasePassword);
        }
        return properties;
    }

    /**
     * Each commit is written to the file before it is answered: without a delay of zero a crash loses half a second. H2's
     * own trace would keep values that were being written, beside the database.
     */
    private String h2() {
        return "jdbc:h2:file:" + data.toAbsolutePath().normalize().resolve("plancheck")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
    }
}
