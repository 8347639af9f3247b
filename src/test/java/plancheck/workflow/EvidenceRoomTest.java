package plancheck.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;
import plancheck.access.Actor;
import plancheck.access.Scope;
import plancheck.archive.Damage;
import plancheck.archive.DatabaseWatch;
import plancheck.archive.Evidence;
import plancheck.archive.EvidenceFiles;
import plancheck.archive.EvidenceRow;
import plancheck.service.Browser;
import plancheck.service.Client;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;

/** Evidence takes no more room than it may, and comes back as it was handed in or not at all. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class EvidenceRoomTest {
    private static final String FIGURE = "/figures/land-revenue-share";
    private static final int SIZE = SampleFiles.PDF.length;

    private final TestService service;
    private final Actor officer;
    private final DossierDesk desk;
    private final UUID id;

    EvidenceRoomTest(TestDatabase database) {
        service = database.service();
        officer = service.actor("jingchuan");
        desk = service.bean(DossierDesk.class);
        id = new Draft(service).draft(officer).id();
    }

    private EvidenceRoom room(long perDossier, long inAll) {
        return new EvidenceRoom(
                service.bean(EvidenceFiles.class),
                service.bean(DatabaseWatch.class),
                DataSize.ofBytes(perDossier),
                DataSize.ofBytes(inAll));
    }

    private Evidence attach() {
        return desk.attach(officer, id, FIGURE, "a.pdf", SampleFiles.PDF);
    }

    @Test
    void a_dossier_takes_just_as_much_as_it_has_room_for() {
        attach();
        room(2L * SIZE, Long.MAX_VALUE).check(id, SIZE);
        Refusal refusal = assertThrows(
                Refusal.class, () -> room(2L * SIZE - 1, Long.MAX_VALUE).check(id, SIZE));
        assertEquals(Refusal.Why.INVALID, refusal.why());
        assertTrue(
                refusal.message().zh().contains("已用0.1兆字节，还可附0兆字节"),
                refusal.message().zh());
    }

    @Test
    void a_file_that_proves_several_things_proves_each_once_and_takes_its_room_for_each() {
        Evidence file = attach();
        long once = service.bean(EvidenceFiles.class).sizeOf(id);
        String other = "/figures/residents";
        assertEquals(List.of(other), desk.prove(officer, id, file.id(), List.of(FIGURE, other, other)));
        assertEquals(List.of(), desk.prove(officer, id, file.id(), List.of(other)));
        assertEquals(once + SIZE, service.bean(EvidenceFiles.class).sizeOf(id));
        assertEquals(
                Set.of(FIGURE, other),
                desk.evidence(desk.find(officer, id)).stream()
                        .map(EvidenceRow::figure)
                        .collect(Collectors.toSet()));
        desk.detach(officer, id, file.id());
        assertEquals(once, service.bean(EvidenceFiles.class).sizeOf(id), "the other still has it");
    }

    @Test
    void the_same_file_for_the_same_thing_is_there_once_however_it_comes_again() {
        Evidence first = attach();
        assertEquals(first.id(), attach().id());
        assertEquals(
                first.id(), desk.keep(officer, id, "a.pdf", SampleFiles.PDF).id(), "it proves something already");
        assertEquals(1, desk.evidence(desk.find(officer, id)).size());
        Evidence unsaid = desk.keep(officer, id, "b.pdf", SampleFiles.PDF);
        assertEquals(
                unsaid.id(), desk.keep(officer, id, "b.pdf", SampleFiles.PDF).id());
        assertEquals(
                unsaid.id(),
                desk.attach(officer, id, FIGURE, "b.pdf", SampleFiles.PDF).id(),
                "what was kept now proves it");
        assertEquals(
                List.of(FIGURE, FIGURE),
                desk.evidence(desk.find(officer, id)).stream()
                        .map(EvidenceRow::figure)
                        .toList());
    }

    @Test
    void a_file_of_which_nothing_is_said_proves_nothing_until_it_is_said() {
        Evidence file = desk.keep(officer, id, "a.pdf", SampleFiles.PDF);
        assertEquals(Set.of(), desk.evidenced(desk.find(officer, id)));
        assertEquals(
                Refusal.Why.INVALID,
                assertThrows(Refusal.class, () -> desk.prove(officer, id, file.id(), List.of("/figures/no-such")))
                        .why());
        assertEquals(
                Refusal.Why.NOT_FOUND,
                assertThrows(Refusal.class, () -> desk.prove(officer, id, UUID.randomUUID(), List.of(FIGURE)))
                        .why());
        assertEquals(List.of(FIGURE), desk.prove(officer, id, file.id(), List.of(FIGURE)));
        assertEquals(Set.of(FIGURE), desk.evidenced(desk.find(officer, id)));
        assertEquals(1, desk.evidence(desk.find(officer, id)).size());
    }

    @Test
    void in_all_there_is_just_as_much_room_as_is_set() {
        attach();
        long all = service.bean(EvidenceFiles.class).sizeOfAll();
        room(Long.MAX_VALUE, all + SIZE).check(id, SIZE);
        Refusal refusal = assertThrows(
                Refusal.class, () -> room(Long.MAX_VALUE, all + SIZE - 1).check(id, SIZE));
        assertEquals(Refusal.Why.NO_ROOM, refusal.why());
    }

    @Test
    void a_file_that_was_never_submitted_gives_its_room_back_and_one_that_was_stays() {
        Evidence first = attach();
        assertEquals(SIZE, room(10_000, 10_000).of(id).used());
        desk.detach(officer, id, first.id());
        assertEquals(0, room(10_000, 10_000).of(id).used());
        Evidence second = attach();
        desk.submit(officer, id);
        Draft drafts = new Draft(service);
        Actor reviewer = service.actor("reviewer");
        drafts.reviews().take(reviewer, id);
        drafts.reviews().returned(reviewer, id, "请补充说明");
        desk.detach(officer, id, second.id());
        assertEquals(SIZE, room(10_000, 10_000).of(id).used());
        assertEquals(1, desk.evidence(desk.revision(officer, id, 1)).size());
    }

    @Test
    void how_much_is_used_and_left_is_shown_where_files_are_chosen() {
        attach();
        String page = Browser.signedIn(service, "jingchuan")
                .get("/dossiers/" + id + "/evidence")
                .body();
        assertTrue(page.contains("已用0.1兆字节，还可附499.9兆字节"), page);
    }

    @Test
    void a_file_that_is_no_longer_what_was_handed_in_is_not_handed_out_and_health_tells_of_it() {
        Evidence kept = attach();
        JdbcTemplate sql = service.bean(JdbcTemplate.class);
        byte[] flipped = SampleFiles.PDF.clone();
        flipped[20] ^= 1;
        Browser browser = Browser.signedIn(service, "jingchuan");
        Client program = Client.of(service, "620821", Scope.READ_DOSSIERS);
        sql.update("update evidence set content = ? where id = ?", flipped, kept.id());
        try {
            var page = browser.get("/files/" + id + "/" + kept.id());
            assertEquals(500, page.statusCode());
            assertTrue(page.body().contains("已损坏"), page.body());
            Client.Answer answer = program.get("/api/v1/dossiers/" + id + "/evidence/" + kept.id());
            assertEquals(500, answer.status());
            assertTrue(answer.text().contains("已损坏"), answer.text());
            assertTrue(service.bean(Damage.class).isFound());
            assertEquals(503, browser.get("/actuator/health").statusCode());
        } finally {
            sql.update("update evidence set content = ? where id = ?", SampleFiles.PDF, kept.id());
        }
        assertArrayEquals(SampleFiles.PDF, desk.file(officer, id, kept.id()).content());
        assertEquals(false, service.bean(Damage.class).isFound());
    }

    @Test
    void a_file_is_saved_and_never_opened_as_a_page() {
        Evidence kept = attach();
        Browser browser = Browser.signedIn(service, "jingchuan");
        Client program = Client.of(service, "620821", Scope.READ_DOSSIERS);
        for (java.net.http.HttpHeaders headers : java.util.List.of(
                browser.get("/files/" + id + "/" + kept.id()).headers(),
                program.get("/api/v1/dossiers/" + id + "/evidence/" + kept.id())
                        .response()
                        .headers())) {
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
            assertTrue(headers.firstValue("Content-Disposition").orElse("").startsWith("attachment"));
        }
    }
}
