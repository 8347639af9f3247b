package plancheck.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import plancheck.access.Actor;
import plancheck.access.Scope;
import plancheck.archive.OpinionKind;
import plancheck.archive.Webhook;
import plancheck.archive.Webhooks;
import plancheck.report.Finding;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;

/** What belongs together happens together, once, and to nobody's surprise; on both databases. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class AllOrNothingTest {
    private static final List<String> TABLES =
            List.of("assessment", "revision", "revision_evidence", "audit_entry", "event", "delivery");

    private final TestService service;
    private final JdbcTemplate sql;
    private final Draft drafts;
    private final Actor officer;

    AllOrNothingTest(TestDatabase database) {
        service = database.service();
        sql = service.bean(JdbcTemplate.class);
        drafts = new Draft(service);
        officer = service.actor("jingchuan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_entry", "event", "delivery", "revision_evidence"})
    void a_submission_that_cannot_be_written_down_leaves_nothing_behind(String missing) {
        String listener = service.program("", Scope.WEBHOOKS).id();
        Webhook webhook = service.bean(Webhooks.class)
                .save(new Webhook(
                        UUID.randomUUID(),
                        "https://localhost:9/",
                        "s",
                        "dossier.submitted",
                        listener,
                        "",
                        true,
                        Instant.now(),
                        null));
        UUID id = drafts.draft(officer).id();
        drafts.dossiers().attach(officer, id, "/figures/land-revenue-share", "a.pdf", SampleFiles.PDF);
        List<Long> before = counts();
        sql.execute("alter table " + missing + " rename to away");
        try {
            assertThrows(DataAccessException.class, () -> drafts.dossiers().submit(officer, id));
        } finally {
            sql.execute("alter table away rename to " + missing);
        }
        assertEquals(before, counts());
        assertEquals("draft", drafts.state(id));
        assertEquals(0, drafts.dossiers().find(officer, id).revision());

        drafts.dossiers().submit(officer, id);
        assertEquals("submitted", drafts.state(id));
        assertEquals(
                1L, sql.queryForObject("select count(*) from delivery where webhook = ?", Long.class, webhook.id()));
        sql.update("update webhook set enabled = false where id = ?", webhook.id());
    }

    private List<Long> counts() {
        return TABLES.stream()
                .map(table -> Objects.requireNonNull(sql.queryForObject("select count(*) from " + table, Long.class)))
                .toList();
    }

    @Test
    void of_eight_submissions_at_once_one_makes_a_revision_and_seven_are_told() throws Exception {
        UUID id = drafts.draft(officer).id();
        List<Throwable> refused = atOnce(8, i -> () -> drafts.dossiers().submit(officer, id));
        assertEquals(7, refused.size());
        refused.forEach(AllOrNothingTest::isConflict);
        assertEquals(1, drafts.dossiers().revisions(officer, id).size());
        assertEquals(
                1L,
                sql.queryForObject(
                        "select count(*) from audit_entry where object = ? and action = 'dossier.submit'",
                        Long.class,
                        "dossier:" + id));
    }

    @Test
    void of_two_reviewers_who_take_a_dossier_one_is_told_that_it_is_in_review() throws Exception {
        UUID id = drafts.in(DossierState.SUBMITTED);
        List<Actor> reviewers = List.of(service.actor("reviewer"), service.actor("both"));
        List<Throwable> refused = atOnce(2, i -> () -> drafts.reviews().take(reviewers.get(i), id));
        assertEquals(1, refused.size());
        isConflict(refused.get(0));
        assertTrue(String.valueOf(refused.get(0).getMessage()).contains("审核中"), refused.toString());
    }

    @Test
    void a_question_asked_while_the_leader_concludes_is_put_or_refused_but_never_lost() throws Exception {
        Actor reviewer = service.actor("reviewer");
        Actor leader = service.actor("leader");
        for (int round = 0; round < 5; round++) {
            UUID id = drafts.in(DossierState.IN_REVIEW);
            Finding finding = drafts.finding(id);
            List<Throwable> refused = atOnce(
                    2,
                    i -> i == 0
                            ? () -> drafts.opine(reviewer, id, finding, OpinionKind.ASK)
                            : () -> drafts.reviews().conclude(leader, id, ""));
            assertEquals(1, refused.size(), "either it is concluded, or there is a question that keeps it open");
            assertInstanceOf(Refusal.class, refused.get(0));
        }
    }

    @Test
    void a_key_used_by_eight_calls_at_once_is_answered_with_one_assessment() throws Exception {
        Actor program = service.program("", Scope.ASSESS);
        AssessmentDesk desk = service.bean(AssessmentDesk.class);
        AssessmentDesk.AssessmentRequest request =
                new AssessmentDesk.AssessmentRequest(Draft.project(true), null, "k-1");
        List<UUID> ids = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Throwable> refused = atOnce(
                8, i -> () -> ids.add(desk.assess(program, request).assessment().id()));
        assertEquals(List.of(), refused);
        assertEquals(1, ids.stream().distinct().count());
        assertEquals(
                1L, sql.queryForObject("select count(*) from assessment where client = ?", Long.class, program.id()));
    }

    private static void isConflict(Throwable thrown) {
        assertEquals(
                Refusal.Why.CONFLICT, assertInstanceOf(Refusal.class, thrown).why());
    }

    private interface Nth {
        Callable<?> task(int i);
    }

    /** Runs the tasks at the same moment. @return what was thrown */
    private static List<Throwable> atOnce(int count, Nth nth) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Callable<?> task = nth.task(i);
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return task.call();
                }));
            }
            List<Throwable> thrown = new ArrayList<>();
            for (Future<?> future : futures) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    thrown.add(Objects.requireNonNull(e.getCause()));
                }
            }
            return thrown;
        } finally {
            threads.shutdownNow();
        }
    }
}
