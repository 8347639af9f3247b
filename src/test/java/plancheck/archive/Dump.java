package plancheck.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import plancheck.service.TestDatabase;

/** A whole database as SQL that JDBC can run: what it is made of, what is in it, and how far it was migrated. */
final class Dump {
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "plancheck", "archive");
    private static final Path KEPT = Path.of("src", "test", "resources", "plancheck", "archive", "dumps");
    private static final Pattern NAME = Pattern.compile("V(\\d+)(__.*)?\\.sql");

    /** Each after those it refers to. */
    private static final List<String> TABLES = List.of(
            "account",
            "account_role",
            "api_token",
            "lexicon",
            "assessment",
            "dossier",
            "revision",
            "evidence",
            "revision_evidence",
            "opinion",
            "question",
            "audit_entry",
            "webhook",
            "event",
            "delivery",
            "draft_saving",
            "answered_key",
            "submitted_id",
            "collection",
            "collection_part",
            "collection_return",
            "collection_decision",
            "flyway_schema_history");

    private static final String HISTORY = """
            create table flyway_schema_history (
                installed_rank integer not null constraint flyway_schema_history_pk primary key,
                version varchar(50),
                description varchar(200) not null,
                type varchar(20) not null,
                script varchar(1000) not null,
                checksum integer,
                installed_by varchar(100) not null,
                installed_on timestamp not null default now(),
                execution_time integer not null,
                success boolean not null
            );
            create index flyway_schema_history_s_idx on flyway_schema_history (success);
            """;

    private Dump() {}

    /** Where the dump of a schema is kept. */
    static Path kept(TestDatabase database, int version) {
        return KEPT.resolve(database.folder()).resolve("V" + version + ".sql");
    }

    /** The versions of which there is a dump. */
    static List<Integer> kept(TestDatabase database) {
        return versions(KEPT.resolve(database.folder()));
    }

    /** The versions there are migrations to. */
    static List<Integer> migrations(TestDatabase database) {
        return Stream.of("common", database.folder())
                .flatMap(folder -> versions(MIGRATIONS.resolve(folder)).stream())
                .sorted()
                .toList();
    }

    private static List<Integer> versions(Path folder) {
        return files(folder).map(Dump::version).sorted().toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    static String of(TestDatabase database, JdbcTemplate sql) {
        return database == TestDatabase.H2 ? h2(sql) : postgresql(sql);
    }

    /** H2 writes it itself. */
    private static String h2(JdbcTemplate sql) {
        return sql.queryForList("script nopasswords nosettings", String.class).stream()
                .filter(statement -> !statement.startsWith("CREATE USER"))
                .map(statement -> statement.replaceFirst("AUTHORIZATION \"?\\w+\"?", ""))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The migrations as they are now, and rows. The sequences go on after what was given out. */
    private static String postgresql(JdbcTemplate sql) {
        StringBuilder dump = new StringBuilder(HISTORY);
        Stream.of("common", "postgresql")
                .flatMap(folder -> files(MIGRATIONS.resolve(folder)))
                .sorted(java.util.Comparator.comparing(Dump::version))
                .forEach(file ->
                        dump.append(read(file).replace("${bytes}", "bytea")).append('\n'));
        TABLES.forEach(table -> sql.queryForList("select * from " + table)
                .forEach(row -> dump.append(insert(table, row)).append('\n')));
        return dump.append("select setval('audit_entry_id_seq', (select max(id) from audit_entry));\n")
                .toString();
    }

    private static String insert(String table, Map<String, Object> row) {
        List<String> values = new ArrayList<>();
        row.values().forEach(value -> values.add(literal(value)));
        return "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                + String.join(", ", values) + ");";
    }

    private static String literal(@org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof byte[] bytes) {
            return "'\\x" + HexFormat.of().formatHex(bytes) + "'";
        }
        if (value instanceof java.sql.Timestamp moment) {
            return "'" + moment.toInstant() + "'";
        }
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : "'" + value.toString().replace("'", "''") + "'";
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
