package plancheck.archive;

import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plancheck.facts.Digest;
import plancheck.facts.Message;
import plancheck.report.keeping.StoredReport;

/**
 * Reads every row of every table of an H2 file once, before it is used: after a stop that was none, nobody knows what
 * became of it. What cannot be read, and what does not fit the digest it was stored with, is damage.
 */
final class ReadThrough {
    private static final Logger LOG = LoggerFactory.getLogger(ReadThrough.class);

    /** A database that takes longer is read as far as that. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Path file;
    private final long end = System.nanoTime() + LONGEST.toNanos();

    ReadThrough(Path file) {
        this.file = file;
    }

    /** @throws UnusableDataException when anything is damaged */
    void run(String url, String user) {
        String table = "";
        try (Connection connection = DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r", user, "")) {
            for (String next : tables(connection)) {
                table = next;
                read(connection, table);
            }
        } catch (UnusableDataException e) {
            throw e;
        } catch (SQLException | RuntimeException | Error e) { // a wrong length in it ends as any of these
            throw damaged(
                    table, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private UnusableDataException damaged(String table, String why) {
        Message what = table.isEmpty()
                ? Message.of("archive.database-damaged-somewhere")
                : Message.of("archive.database-damaged-in-table", table);
        return DatabaseFile.unusable(file, why.isEmpty() ? what : Message.of("archive.with-cause", what, why));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "public", "%", new String[] {"BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private void read(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            while (rows.next()) {
                if (System.nanoTime() > end) {
                    LOG.warn("the database is large: it was read through as far as the table {} and no further", table);
                    return;
                }
                read(rows, table);
            }
        }
    }

    private void read(ResultSet row, String table) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        String digest = "";
        byte[] content = null;
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            byte[] bytes = value instanceof Blob blob ? blob.getBytes(1, (int) blob.length()) : null;
            String name = columns.getColumnName(i);
            if (name.equals("digest")) {
                digest = String.valueOf(value);
            } else if (name.equals("content")) {
                content = bytes;
            } else if (name.equals("report") && bytes != null && !StoredReport.isWhole(bytes)) {
                throw damaged(table, "");
            }
        }
        if (content != null && !digest.isEmpty() && !Digest.sha256(content).equals(digest)) {
            throw damaged(table, "");
        }
    }
}
