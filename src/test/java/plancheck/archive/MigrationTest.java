package plancheck.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.report.Report;
import plancheck.report.keeping.Lexicon;
import plancheck.report.keeping.StoredReport;
import plancheck.service.TestDatabase;

/** What an earlier version has stored is read by this one, from a kept dump of each schema there has been. */
class MigrationTest {
    /** The archive alone: its migrations and its repositories. */
    @Configuration(proxyBeanMethods = false)
    @Import(ArchiveConfiguration.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class ArchiveOnly {}

    private static ConfigurableApplicationContext archive(String url) {
        return new SpringApplicationBuilder(ArchiveOnly.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("spring.datasource.url=" + url, "spring.datasource.hikari.maximum-pool-size=2")
                .run();
    }

    static Stream<Arguments> dumps() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Dump.kept(database).stream().map(version -> Arguments.of(database, version)));
    }

    /** The first two migrations came out together. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void each_schema_there_has_been_has_its_dump(TestDatabase database) {
        List<Integer> schemas = Dump.migrations(database).stream()
                .filter(version -> version > 1)
                .toList();
        assertEquals(schemas, Dump.kept(database), "run DumpGenerator for a new migration; never delete a dump");
    }

    @Test
    void both_databases_have_the_same_versions() {
        assertEquals(Dump.migrations(TestDatabase.H2), Dump.migrations(TestDatabase.POSTGRESQL));
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void what_an_earlier_version_has_stored_is_read_by_this_one(TestDatabase database, int version) {
        String url = database.fresh();
        TestDatabase.run(url, Dump.read(Dump.kept(database, version)).getBytes(StandardCharsets.UTF_8));
        try (ConfigurableApplicationContext context = archive(url)) {
            JdbcTemplate sql = context.getBean(JdbcTemplate.class);
            List<Integer> migrations = Dump.migrations(database);
            assertEquals(
                    migrations.size(),
                    sql.queryForObject(
                            "select count(*) from flyway_schema_history where version is not null and success",
                            Integer.class));
            accounts(context);
            dossier(context, sql);
            outbox(context);
            isGuarded(sql);
        }
    }

    private static void accounts(ConfigurableApplicationContext context) {
        List<Account> accounts = context.getBean(Accounts.class).findAllByOrderByLogin();
        assertTrue(accounts.stream().map(Account::login).toList().containsAll(List.of("admin", "both", "reviewer")));
        assertTrue(accounts.stream()
                .allMatch(a -> a.password().startsWith("{bcrypt}") && !a.roles().isEmpty()));
        List<ApiToken> tokens = context.getBean(ApiTokens.class).findAllByOrderByCreatedAtDesc();
        assertFalse(tokens.isEmpty());
        assertEquals(
                tokens.get(0),
                context.getBean(ApiTokens.class)
                        .findByHash(tokens.get(0).hash())
                        .orElseThrow());
    }

    /** Two revisions with their reports, files, opinions and questions, and the draft of another. */
    private static void dossier(ConfigurableApplicationContext context, JdbcTemplate sql) {
        List<DossierRow> lines = context.getBean(StoredDossiers.class).queue(List.of("draft", "in-review"), "");
        assertEquals(
                List.of("draft", "in-review"),
                lines.stream().map(DossierRow::state).distinct().sorted().toList());
        UUID id = lines.stream()
                .filter(line -> line.revision() == 2)
                .findFirst()
                .orElseThrow()
                .id();
        StoredDossier dossier =
                context.getBean(StoredDossiers.class).findById(id).orElseThrow();
        assertEquals("村道 𠮷 'x'", dossier.title());
        List<Revision> revisions = context.getBean(Revisions.class).findAllByDossierOrderByNumber(id);
        assertEquals(List.of(1, 2), revisions.stream().map(Revision::number).toList());
        for (Revision revision : revisions) {
            Optional<Assessment.Result> result = context.getBean(Assessments.class)
                    .findById(revision.assessment())
                    .map(Assessment::result);
            assertTrue(
                    result.orElseThrow().counts().matches("\\{(\"[a-z-]+\":\\d+,?)+}"), result.orElseThrow()::counts);
            Report report = StoredReport.read(result.orElseThrow().report(), digest -> lexicon(context, digest));
            assertFalse(report.findings().isEmpty());
            UUID file = revision.evidence().iterator().next().evidence();
            assertEquals(
                    "证明.pdf",
                    context.getBean(EvidenceFiles.class)
                            .findById(file)
                            .orElseThrow()
                            .name());
        }
        assertEquals(
                List.of("为什么？"),
                context.getBean(Opinions.class).findAllByDossierAndRevisionOrderByGivenAt(id, 1).stream()
                        .map(Opinion::reason)
                        .toList());
        assertEquals(
                List.of("因为。", "因为。"),
                context.getBean(ReviewQuestions.class).findAllByDossierOrderByAskedAt(id).stream()
                        .map(ReviewQuestion::answer)
                        .toList());
        List<AuditEntry> trail = context.getBean(AuditTrail.class).findAllByObjectOrderById("dossier:" + id);
        assertEquals("dossier.create", trail.get(0).action());
        assertEquals("村道 𠮷 'x'", trail.get(0).said().en());
        assertEquals( // as the rules were when it was dumped
                List.of("submission 1", "submission 2"),
                said(trail, "dossier.submit")
                        .map(said -> said.en().replaceFirst(": (Non-compliant|Indeterminate)$", ""))
                        .toList());
        assertEquals(
                List.of("questions with the return: 2"),
                said(trail, "dossier.return").map(Phrase::en).toList());
        assertTrue(said(trail, "evidence.attach")
                .allMatch(said -> said instanceof Message message
                        && message.key().equals("workflow.evidence")
                        && message.arguments().get(1).equals("证明.pdf")));
        AuditEntry next = context.getBean(AuditTrail.class).insert(Rows.entry("dossier:" + id, ""));
        assertTrue(Objects.requireNonNull(next.id())
                > Objects.requireNonNull(trail.get(trail.size() - 1).id()));
        assertEquals(3L, sql.queryForObject("select count(*) from assessment", Long.class));
    }

    private static Stream<Phrase> said(List<AuditEntry> trail, String action) {
        return trail.stream().filter(entry -> entry.action().equals(action)).map(AuditEntry::said);
    }

    private static Lexicon lexicon(ConfigurableApplicationContext context, String digest) {
        return context.getBean(StoredLexicons.class)
                .findById(digest)
                .map(kept -> Lexicon.read(kept.content()))
                .orElseThrow();
    }

    private static void outbox(ConfigurableApplicationContext context) {
        Webhook webhook =
                context.getBean(Webhooks.class).listening(Instant.now()).get(0);
        List<DeliveryRow> due = context.getBean(Deliveries.class).latest(webhook.id(), 10, 0);
        assertEquals(2, due.size());
        assertTrue(due.stream().anyMatch(line -> line.type().equals("dossier.submitted")), due::toString);
        String client = webhook.client();
        Assessment assessment = context.getBean(Assessments.class)
                .findByClientAndIdempotencyKey(client, "key-1")
                .orElseThrow();
        assertTrue(assessment.requestedAt().isBefore(Instant.now()));
    }

    private static void isGuarded(JdbcTemplate sql) {
        for (String table : List.of("revision", "revision_evidence", "opinion", "audit_entry")) {
            assertThrows(DataAccessException.class, () -> sql.update("delete from " + table), table);
        }
        assertThrows(DataAccessException.class, () -> sql.update("update assessment set client = ''"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_database_that_was_made_by_a_later_version_is_left_alone(TestDatabase database) {
        String url = database.fresh();
        archive(url).close();
        TestDatabase.bringPastThisVersion(url);
        Exception refused = assertThrows(Exception.class, () -> archive(url).close());
        assertTrue(reasons(refused).contains("9999"), reasons(refused));
    }

    private static String reasons(@org.jspecify.annotations.Nullable Throwable thrown) {
        return thrown == null ? "" : thrown.getMessage() + "\n" + reasons(thrown.getCause());
    }
}
