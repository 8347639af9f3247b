package plancheck.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plancheck.archive.Rows.NOON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;

/** The archive keeps what it is given, alike in H2 and in PostgreSQL. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class StoreTest {
    private final TestDatabase database;
    private final TestService service;
    private final JdbcTemplate sql;

    StoreTest(TestDatabase database) {
        this.database = database;
        service = database.service();
        sql = service.bean(JdbcTemplate.class);
    }

    private <T> T the(Class<T> repository) {
        return service.bean(repository);
    }

    private StoredDossier dossier() {
        return the(StoredDossiers.class).save(Rows.dossier("620821", "draft", NOON));
    }

    private Revision revision(StoredDossier dossier, int number, UUID... files) {
        Assessment assessment = the(Assessments.class).save(Rows.assessment("li", null, NOON));
        return the(Revisions.class).insert(Rows.revision(dossier.id(), number, assessment.id(), files));
    }

    @Test
    void it_is_the_database_it_is_said_to_be() {
        String product = sql.execute((java.sql.Connection c) -> c.getMetaData().getDatabaseProductName());
        assertEquals(database.name(), String.valueOf(product).toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void an_account_comes_back_as_it_was_saved() {
        Account saved = the(Accounts.class).save(Rows.account("REVIEWER", "LEADER"));
        assertEquals(saved, the(Accounts.class).findById(saved.id()).orElseThrow());
        assertEquals(saved, the(Accounts.class).findByLogin(saved.login()).orElseThrow());
        assertTrue(the(Accounts.class).findAllByOrderByLogin().contains(saved));
    }

    @Test
    void an_accounts_roles_are_replaced_when_it_is_changed() {
        Account saved = the(Accounts.class).save(Rows.account("REVIEWER", "LEADER"));
        Set<Account.GrantedRole> auditor = Set.of(new Account.GrantedRole("AUDITOR"));
        the(Accounts.class).save(saved.with("李四", auditor, "", false));
        Account changed = the(Accounts.class).findById(saved.id()).orElseThrow();
        assertEquals("李四", changed.name());
        assertEquals(auditor, changed.roles());
        assertEquals(false, changed.enabled());
    }

    @Test
    void a_login_is_taken_once() {
        Account saved = the(Accounts.class).save(Rows.account("REVIEWER"));
        Account other = new Account(UUID.randomUUID(), saved.login(), "", "", Set.of(), "", true, false, NOON, null);
        assertThrows(DuplicateKeyException.class, () -> the(Accounts.class).save(other));
    }

    @Test
    void who_changes_what_another_has_changed_meanwhile_is_told() {
        Account seen = the(Accounts.class).save(Rows.account("REVIEWER"));
        the(Accounts.class).save(seen.with("先", seen.roles(), "", true));
        assertThrows(
                OptimisticLockingFailureException.class,
                () -> the(Accounts.class).save(seen.with("后", seen.roles(), "", true)));

        StoredDossier dossier = dossier();
        the(StoredDossiers.class).save(dossier.withState("submitted", 1, NOON));
        assertThrows(
                OptimisticLockingFailureException.class,
                () -> the(StoredDossiers.class).save(dossier.withDraft("x", new byte[0], NOON)));
    }

    @Test
    void a_token_is_found_by_its_hash_and_its_use_is_noted_without_disturbing_a_revocation() {
        ApiTokens tokens = the(ApiTokens.class);
        ApiToken saved = tokens.save(Rows.token());
        tokens.used(saved.id(), NOON.plusSeconds(1));
        tokens.save(saved.revoked(NOON.plusSeconds(2)));
        ApiToken found = tokens.findByHash(saved.hash()).orElseThrow();
        assertEquals(NOON.plusSeconds(2), found.revokedAt());
        assertEquals(found, tokens.findById(saved.id()).orElseThrow());
        assertTrue(tokens.findAllByOrderByCreatedAtDesc().contains(found));
    }

    @Test
    void an_assessment_is_queued_and_then_answered_once() {
        Assessments assessments = the(Assessments.class);
        UUID id = unseen(() -> {
            Assessment queued = assessments.save(Rows.assessment("client", null, NOON));
            Assessment read = assessments.findById(queued.id()).orElseThrow();
            assertNull(read.result());
            assertEquals(LocalDate.of(2025, 12, 31), read.asOf());
            assessments.save(read.completed(Rows.result(new byte[] {7}), "[]", NOON.plusSeconds(9)));
            return read.id();
        });
        Assessment done = assessments.findById(id).orElseThrow();
        assertEquals(Assessment.State.COMPLETED, done.state());
        assertEquals("compliant", present(done.result()).verdict());
        assertArrayEquals(new byte[] {7}, present(done.result()).report());
        assertEquals(NOON.plusSeconds(9), done.completedAt());
        assertThrows(DataAccessException.class, () -> assessments.save(done.rejected("[]", NOON)));
    }

    /** In one transaction, so that the service does not find what is queued in it and answers it first. */
    private UUID unseen(Supplier<UUID> rows) {
        return Objects.requireNonNull(the(TransactionTemplate.class).execute(t -> rows.get()));
    }

    private UUID answered(Assessment.Result result, String problems) {
        return unseen(() -> {
            Assessment queued = the(Assessments.class).save(Rows.assessment("li", null, NOON));
            the(Assessments.class).save(queued.completed(result, problems, NOON));
            return queued.id();
        });
    }

    private static Assessment.Result present(Assessment.@org.jspecify.annotations.Nullable Result result) {
        assertNotNull(result);
        return result;
    }

    @Test
    void a_client_uses_a_key_once_and_another_client_may_use_the_same() {
        Assessments assessments = the(Assessments.class);
        String key = UUID.randomUUID().toString();
        Assessment first = assessments.save(Rows.assessment("a", key, NOON));
        assertThrows(DuplicateKeyException.class, () -> assessments.save(Rows.assessment("a", key, NOON)));
        assessments.save(Rows.assessment("b", key, NOON));
        assessments.save(Rows.assessment("a", null, NOON));
        assessments.save(Rows.assessment("a", null, NOON)); // no key is no key twice
        assertEquals(
                first.id(),
                assessments
                        .findByClientAndIdempotencyKey("a", key)
                        .orElseThrow()
                        .id());
    }

    @Test
    void the_queue_hands_out_the_longest_waiting_first() {
        Assessments assessments = the(Assessments.class);
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        UUID later = assessments
                .save(Rows.assessment("q", null, longAgo.plusSeconds(2)))
                .id();
        UUID first = assessments.save(Rows.assessment("q", null, longAgo)).id();
        UUID middle = assessments
                .save(Rows.assessment("q", null, longAgo.plusSeconds(1)))
                .id();
        assertEquals(2, assessments.queuedBefore(longAgo.plusSeconds(2)));
        // The service's own worker may have answered some already, but it never changes their order.
        List<UUID> rest = Rows.only(assessments.queued(), Set.of(later, first, middle));
        assertEquals(Rows.only(List.of(first, middle, later), Set.copyOf(rest)), rest);
    }

    @Test
    void a_clients_list_is_newest_first_and_in_pages() {
        Assessments assessments = the(Assessments.class);
        String client = "c" + UUID.randomUUID();
        List<UUID> made = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> assessments
                        .save(Rows.assessment(client, null, NOON.plusSeconds(i)))
                        .id())
                .toList();
        List<UUID> page =
                assessments.latest(client, 2, 1).stream().map(AssessmentRow::id).toList();
        assertEquals(List.of(made.get(3), made.get(2)), page);
        assertEquals(List.of(), assessments.latest(client, 10, 5));
    }

    @Test
    void dossiers_queue_by_state_and_place_the_longest_waiting_first() {
        StoredDossiers dossiers = the(StoredDossiers.class);
        String place = "q" + UUID.randomUUID().toString().substring(0, 12);
        StoredDossier second = dossiers.save(Rows.dossier(place, "submitted", NOON.plusSeconds(5)));
        StoredDossier first = dossiers.save(Rows.dossier(place, "returned", NOON));
        dossiers.save(Rows.dossier(place, "draft", NOON.minusSeconds(5)));
        dossiers.save(Rows.dossier("elsewhere", "submitted", NOON));
        List<UUID> ids = dossiers.queue(List.of("submitted", "returned"), place).stream()
                .map(DossierRow::id)
                .toList();
        assertEquals(List.of(first.id(), second.id()), ids);
        Set<UUID> all = dossiers.queue(List.of("submitted"), "").stream()
                .map(DossierRow::id)
                .collect(Collectors.toSet());
        assertTrue(all.contains(second.id()));
    }

    @Test
    void a_queue_line_tells_of_the_last_revision_only() {
        StoredDossier dossier = dossier();
        revision(dossier, 1);
        revision(dossier, 2);
        the(StoredDossiers.class).save(dossier.withState("line", 2, NOON));
        List<DossierRow> lines = the(StoredDossiers.class).queue(List.of("line"), "620821").stream()
                .filter(line -> line.id().equals(dossier.id()))
                .toList();
        assertEquals(1, lines.size());
        assertEquals(NOON, lines.get(0).submittedAt());
    }

    @Test
    void a_held_dossier_is_waited_for() throws Exception {
        StoredDossier dossier = dossier();
        TransactionTemplate transactions = the(TransactionTemplate.class);
        StoredDossiers dossiers = the(StoredDossiers.class);
        Thread[] other = new Thread[1];
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        transactions.executeWithoutResult(t -> {
            dossiers.hold(dossier.id());
            other[0] = new Thread(() -> transactions.executeWithoutResult(u -> {
                dossiers.hold(dossier.id());
                order.add(dossiers.findById(dossier.id()).orElseThrow().state());
            }));
            other[0].start();
            staysWaiting(other[0]);
            order.add("first");
            dossiers.save(dossier.withState("held", 0, NOON));
        });
        other[0].join();
        assertEquals(List.of("first", "held"), order);
        assertTrue(dossiers.hold(UUID.randomUUID()).isEmpty());
    }

    private static void staysWaiting(Thread thread) {
        try {
            thread.join(300);
            assertTrue(thread.isAlive(), "it did not wait");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_revision_comes_back_with_its_files_and_has_its_number_once() {
        StoredDossier dossier = dossier();
        UUID file = the(EvidenceFiles.class)
                .save(Rows.evidence(dossier.id(), new byte[] {1}))
                .id();
        UUID other = the(EvidenceFiles.class)
                .save(Rows.evidence(dossier.id(), new byte[] {2}))
                .id();
        Revision one = revision(dossier, 1, file, other);
        Revision two = revision(dossier, 2);
        Revisions revisions = the(Revisions.class);
        Revision found = revisions.findByDossierAndNumber(dossier.id(), 1).orElseThrow();
        assertEquals(one.evidence(), found.evidence());
        assertArrayEquals(one.content(), found.content());
        assertEquals(
                List.of(one.id(), two.id()),
                revisions.findAllByDossierOrderByNumber(dossier.id()).stream()
                        .map(Revision::id)
                        .toList());
        assertTrue(revisions.existsByDossierAndSubmittedBy(dossier.id(), "li"));
        assertEquals(false, revisions.existsByDossierAndSubmittedBy(dossier.id(), "wang"));
        assertThrows(DuplicateKeyException.class, () -> revision(dossier, 2));
    }

    @Test
    void what_is_written_stays_whoever_tries() {
        StoredDossier dossier = dossier();
        UUID file = the(EvidenceFiles.class)
                .save(Rows.evidence(dossier.id(), new byte[] {1}))
                .id();
        Revision revision = revision(dossier, 1, file);
        Opinion opinion = the(Opinions.class).insert(Rows.opinion(dossier.id(), "理由", NOON));
        AuditEntry entry = the(AuditTrail.class).insert(Rows.entry("dossier:" + dossier.id(), ""));
        refused("update revision set submitted_by = 'x' where id = ?", revision.id());
        refused("delete from revision where id = ?", revision.id());
        refused("update revision_evidence set evidence = evidence where revision = ?", revision.id());
        refused("delete from revision_evidence where revision = ?", revision.id());
        refused("update opinion set reason = '' where id = ?", opinion.id());
        refused("delete from opinion where id = ?", opinion.id());
        refused("update audit_entry set actor = 'x' where id = ?", String.valueOf(entry.id()));
        refused("delete from audit_entry where id = ?", String.valueOf(entry.id()));
        refused("delete from evidence where id = ?", file);
        refused("delete from assessment where id = ?", revision.assessment());
        for (String change : List.of("update lexicon set content = content", "delete from lexicon")) {
            assertThrows(DataAccessException.class, () -> sql.update(change), change);
        }
        refused("delete from dossier where id = ?", dossier.id());
        assertTrue(the(AuditTrail.class)
                .findAllByObjectOrderById("dossier:" + dossier.id())
                .contains(entry));
    }

    @Test
    void in_postgresql_tables_of_what_stays_cannot_be_emptied_either() {
        if (database == TestDatabase.POSTGRESQL) {
            for (String table : List.of("revision", "revision_evidence", "opinion", "audit_entry", "lexicon")) {
                assertThrows(
                        DataAccessException.class, () -> sql.execute("truncate table " + table + " cascade"), table);
            }
        }
    }

    @Test
    void a_report_that_is_answered_stays() {
        UUID id = answered(Rows.result(new byte[] {1}), "[]");
        refused("update assessment set report = content where id = ?", id);
        refused("update assessment set state = 'QUEUED' where id = ?", id);
    }

    private void refused(String statement, Object id) {
        Object given = id instanceof String number ? Long.valueOf(number) : id;
        assertThrows(DataAccessException.class, () -> sql.update(statement, given), statement);
    }

    @Test
    void opinions_come_first_to_last_and_of_one_revision() {
        StoredDossier dossier = dossier();
        Opinions opinions = the(Opinions.class);
        Opinion later = opinions.insert(Rows.opinion(dossier.id(), "二", NOON.plusNanos(1000)));
        Opinion first = opinions.insert(Rows.opinion(dossier.id(), "一", NOON));
        assertEquals(List.of(first, later), opinions.findAllByDossierAndRevisionOrderByGivenAt(dossier.id(), 1));
        assertEquals(List.of(), opinions.findAllByDossierAndRevisionOrderByGivenAt(dossier.id(), 2));
    }

    @Test
    void a_question_is_answered() {
        StoredDossier dossier = dossier();
        ReviewQuestions questions = the(ReviewQuestions.class);
        ReviewQuestion asked = questions.save(Rows.question(dossier.id(), 1));
        ReviewQuestion other = questions.save(Rows.question(dossier.id(), 2));
        ReviewQuestion answered = questions.save(asked.answered("因为。", "li", NOON.plusSeconds(1)));
        assertEquals(answered, questions.findById(asked.id()).orElseThrow());
        assertEquals(List.of(answered), questions.findAllByDossierAndRevisionOrderByAskedAt(dossier.id(), 1));
        assertEquals(Set.of(answered, other), Set.copyOf(questions.findAllByDossierOrderByAskedAt(dossier.id())));
    }

    @Test
    void three_megabytes_come_back_as_they_were() {
        byte[] big = new byte[3 * 1024 * 1024 + 1];
        new Random(7).nextBytes(big);
        StoredDossier dossier = the(StoredDossiers.class).save(dossier().withDraft("大", big, NOON));
        assertArrayEquals(
                big,
                the(StoredDossiers.class).findById(dossier.id()).orElseThrow().draft());
        Evidence file = the(EvidenceFiles.class).save(Rows.evidence(dossier.id(), big));
        assertArrayEquals(
                big, the(EvidenceFiles.class).findById(file.id()).orElseThrow().content());
        UUID id = answered(Rows.result(big), "警".repeat(1 << 20));
        Assessment done = the(Assessments.class).findById(id).orElseThrow();
        assertArrayEquals(big, present(done.result()).report());
        assertEquals(1 << 20, String.valueOf(done.problems()).length());
    }

    @Test
    void a_removed_file_is_out_of_the_draft_and_still_there() {
        StoredDossier dossier = dossier();
        EvidenceFiles files = the(EvidenceFiles.class);
        Evidence file = files.save(Rows.evidence(dossier.id(), new byte[] {1}));
        assertEquals(1, files.remove(file.id(), NOON));
        assertEquals(0, files.remove(file.id(), NOON.plusSeconds(1)));
        assertEquals(NOON, files.of(dossier.id()).get(0).removedAt());
        assertEquals(NOON, files.findById(file.id()).orElseThrow().removedAt());
    }

    @Test
    void moments_survive_to_the_microsecond_in_another_time_zone() {
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            UUID written = dossier().id();
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertEquals(
                    NOON,
                    the(StoredDossiers.class).findById(written).orElseThrow().changedAt());
            Instant gap = Instant.parse("2026-03-08T07:30:00.000001Z"); // 2:30, which New York leaves out
            UUID there = the(StoredDossiers.class)
                    .save(Rows.dossier("620821", "draft", gap))
                    .id();
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            assertEquals(
                    gap, the(StoredDossiers.class).findById(there).orElseThrow().changedAt());
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void what_the_clock_says_is_what_is_stored() {
        Instant now = service.bean(java.time.Clock.class).instant();
        UUID id = the(StoredDossiers.class)
                .save(Rows.dossier("620821", "draft", now))
                .id();
        assertEquals(now, the(StoredDossiers.class).findById(id).orElseThrow().changedAt());
    }

    @Test
    void rare_characters_survive() {
        String words = "𠮷野家 🏙️ \"'\\%_\n\t﹏";
        StoredDossier dossier = the(StoredDossiers.class).save(dossier().withDraft(words, new byte[0], NOON));
        assertEquals(
                words,
                the(StoredDossiers.class).findById(dossier.id()).orElseThrow().title());
        String full = "𠮷".repeat(1000); // 2000 UTF-16 units, as long as a reason may be
        Opinion opinion = the(Opinions.class).insert(Rows.opinion(dossier.id(), full, NOON));
        assertEquals(
                opinion,
                the(Opinions.class)
                        .findAllByDossierAndRevisionOrderByGivenAt(dossier.id(), 1)
                        .get(0));
        assertThrows(
                DataIntegrityViolationException.class,
                () -> the(Opinions.class).insert(Rows.opinion(dossier.id(), "长".repeat(2001), NOON)));
    }

    @Test
    void the_audit_trail_is_in_the_order_in_which_it_was_written() {
        AuditTrail trail = the(AuditTrail.class);
        String object = "dossier:" + UUID.randomUUID();
        AuditEntry one = trail.insert(Rows.entry(object, "一"));
        AuditEntry two = trail.insert(Rows.entry(object, "二"));
        assertEquals(List.of(one, two), trail.findAllByObjectOrderById(object));
        assertEquals(List.of(two, one), trail.matching("%", "%", object, 2, 0));
        assertEquals(List.of(one), trail.matching("li", "dossier.%", object, 1, 1));
        assertEquals(List.of(), trail.matching("wang", "%", object, 9, 0));
    }

    /** In a transaction that is given up, so that the service does not begin to send. */
    @Test
    void the_outbox_hands_out_what_is_due_in_the_order_it_is_due() {
        Webhook webhook = the(Webhooks.class).save(Rows.webhook("w" + UUID.randomUUID()));
        Deliveries deliveries = the(Deliveries.class);
        Instant later = Instant.parse("2999-01-01T00:00:00Z"); // nothing for the outbox that runs meanwhile
        UUID second = deliver(webhook, later.plusSeconds(1));
        UUID first = deliver(webhook, later);
        deliver(webhook, later.plusSeconds(3));
        deliver(webhook, null);
        assertTrue(deliveries.waiting(later).contains(webhook.id()));
        assertEquals(false, deliveries.waiting(later.minusSeconds(1)).contains(webhook.id()));
        Delivery next = deliveries.next(webhook.id(), later.plusSeconds(1)).orElseThrow();
        assertEquals(first, next.id());
        deliveries.save(next.attempted(later.plusSeconds(60)));
        assertThrows(
                OptimisticLockingFailureException.class, () -> deliveries.save(next.attempted(later.plusSeconds(60))));
        Delivery after = deliveries.next(webhook.id(), later.plusSeconds(1)).orElseThrow();
        assertEquals(second, after.id());
        deliveries.save(after.attempted(later.plusSeconds(60)).delivered(204, later.plusSeconds(2)));
        assertEquals(Optional.empty(), deliveries.next(webhook.id(), later.plusSeconds(1)));
        assertEquals(4, deliveries.latest(webhook.id(), 10, 0).size());
    }

    private UUID deliver(Webhook webhook, @org.jspecify.annotations.Nullable Instant next) {
        Event event = the(Events.class).insert(Rows.event());
        assertEquals(event, the(Events.class).findById(event.id()).orElseThrow());
        return the(Deliveries.class)
                .save(Rows.delivery(event.id(), webhook.id(), next))
                .id();
    }

    @Test
    void a_webhook_is_told_of_an_event_once_and_not_when_it_is_switched_off_or_its_token_revoked() {
        Webhooks webhooks = the(Webhooks.class);
        ApiTokens tokens = the(ApiTokens.class);
        ApiToken token = tokens.save(Rows.token());
        Webhook on = webhooks.save(Rows.webhook("token:" + token.id()));
        Webhook off = webhooks.save(new Webhook(
                UUID.randomUUID(), "https://localhost:9/", "s", "", on.client(), "", false, NOON.plusSeconds(1), null));
        assertEquals(List.of(on, off), webhooks.findAllByClientOrderByCreatedAt(on.client()));
        assertTrue(webhooks.listening(NOON).contains(on));
        assertEquals(false, webhooks.listening(NOON).contains(off));
        tokens.save(token.revoked(NOON));
        assertEquals(false, webhooks.listening(NOON).contains(on));
        assertEquals(off, webhooks.findById(off.id()).orElseThrow());
        Event event = the(Events.class).insert(Rows.event());
        the(Deliveries.class).save(Rows.delivery(event.id(), on.id(), null));
        assertThrows(
                DuplicateKeyException.class,
                () -> the(Deliveries.class).save(Rows.delivery(event.id(), on.id(), null)));
        webhooks.save(new Webhook(
                on.id(), on.url(), on.secret(), on.events(), on.client(), "", false, on.createdAt(), on.version()));
    }
}
