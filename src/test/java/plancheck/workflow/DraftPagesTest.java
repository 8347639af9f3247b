package plancheck.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.OptimisticLockingFailureException;
import plancheck.access.Actor;
import plancheck.archive.StoredDossier;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;

/** A draft saved from a page whose answers are lost or late, beside others who save it; on both databases. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class DraftPagesTest {
    private final DossierDesk desk;
    private final DraftPages pages;
    private final Actor officer;
    private final UUID page = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final StoredDossier begun;

    DraftPagesTest(TestDatabase database) {
        TestService service = database.service();
        desk = service.bean(DossierDesk.class);
        pages = service.bean(DraftPages.class);
        officer = service.actor("jingchuan");
        begun = desk.create(officer, "620821", "project", "草稿", text("begun"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long version(StoredDossier dossier) {
        Long version = dossier.version();
        return version == null ? -1 : version;
    }

    private StoredDossier save(UUID from, long step, long seen, String content) {
        return pages.save(officer, begun.id(), seen, new DraftPages.PageState(from, step), "草稿", text(content));
    }

    private void isSaved(String content) {
        assertEquals(content, new String(desk.find(officer, begun.id()).draft(), StandardCharsets.UTF_8));
    }

    @Test
    void a_page_whose_answer_was_lost_goes_on_from_the_version_it_knows() {
        save(page, 1, version(begun), "one");
        save(page, 2, version(begun), "one and two");
        isSaved("one and two");
    }

    @Test
    void a_request_that_arrives_late_does_not_take_the_place_of_a_later_one() {
        save(page, 2, version(begun), "later");
        StoredDossier said = save(page, 1, version(begun), "earlier");
        assertArrayEquals(text("later"), said.draft());
        isSaved("later");
    }

    @Test
    void the_same_request_twice_saves_once() {
        StoredDossier first = save(page, 1, version(begun), "one");
        StoredDossier second = save(page, 1, version(begun), "one");
        assertEquals(first.version(), second.version());
    }

    @Test
    void somebody_elses_saving_is_not_written_over() {
        save(page, 1, version(begun), "mine");
        StoredDossier theirs = save(other, 1, version(begun) + 1, "theirs");
        assertThrows(OptimisticLockingFailureException.class, () -> save(page, 2, version(begun) + 1, "mine again"));
        isSaved("theirs");
        save(page, 3, version(theirs), "mine over theirs");
        isSaved("mine over theirs");
    }

    @Test
    void what_is_saved_without_a_page_is_somebody_elses_too() {
        save(page, 1, version(begun), "mine");
        desk.save(officer, begun.id(), "草稿", text("a program's"));
        assertThrows(OptimisticLockingFailureException.class, () -> save(page, 2, version(begun) + 1, "mine again"));
        isSaved("a program's");
    }

    @Test
    void two_who_have_written_the_same_do_not_disagree() {
        save(other, 1, version(begun), "the same");
        save(page, 1, version(begun), "the same");
        save(page, 2, version(begun), "and more");
        isSaved("and more");
    }

    @Test
    void of_twelve_requests_of_a_page_at_once_the_latest_stays() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Boolean>> requests = new ArrayList<>();
            for (int step = 1; step <= 12; step++) {
                int now = step;
                requests.add(() -> tried(now));
            }
            for (Future<Boolean> request : threads.invokeAll(requests)) {
                request.get();
            }
        } finally {
            threads.shutdownNow();
        }
        isSaved("state 12");
    }

    /** As the page does: again, until it is told that it is saved. */
    private boolean tried(int step) {
        while (true) {
            try {
                save(page, step, version(begun), "state " + step);
                return true;
            } catch (OptimisticLockingFailureException e) {
                Thread.onSpinWait();
            }
        }
    }
}
