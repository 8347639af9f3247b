package plancheck.web.dossiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.archive.StoredDossier;
import plancheck.archive.StoredDossiers;
import plancheck.service.Browser;
import plancheck.service.TestService;
import plancheck.web.review.ReviewSamples;
import plancheck.workflow.DossierDesk;

/** What a place said in the dossier that was concluded last stands beside what it is asked now. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LastAnswersTest {
    private static final String RATE =
            "  county-seat-sewage-treatment-rate: { value: 97.2, unit: \"%\", year: 2023 }\n";

    private final TestService service = TestService.shared();
    private final DossierDesk desk = service.bean(DossierDesk.class);
    private final Actor officer;
    private final Browser browser;

    LastAnswersTest() {
        service.person("last", "620823", Role.COUNTY_OFFICER);
        officer = service.actor("last");
        browser = Browser.signedIn(service, "last");
    }

    private UUID draft(String asOf, String figures) {
        String dossier = """
                plancheck: 1
                kind: self-assessment
                id: %s
                title: 崇信县自评
                place: "620823"
                as-of: %s
                figures:
                %s""".formatted(UUID.randomUUID(), asOf, figures);
        return desk.create(officer, "620823", "self-assessment", "崇信县自评", dossier.getBytes(StandardCharsets.UTF_8))
                .id();
    }

    /** As if it had been reviewed. */
    private void concluded(UUID id, Instant at) {
        desk.submit(officer, id);
        StoredDossier submitted = desk.find(officer, id);
        service.bean(StoredDossiers.class).save(submitted.withState("concluded", submitted.revision(), at));
    }

    private Document page(UUID id, String page) {
        return Jsoup.parse(browser.get("/dossiers/" + id + page).body());
    }

    @Test
    void the_last_value_stands_beside_each_question_and_what_changed_on_the_page_of_the_submission() {
        concluded(
                draft("2022-12-31", "  residents: { value: 8.1, unit: 万人, year: 2022 }\n"),
                Instant.now().minusSeconds(60));
        concluded(
                draft(
                        "2023-12-31",
                        RATE
                                + "  residents: { value: 8.0, unit: 万人, year: 2023 }\n  apple-area: { value: 10, unit: 万亩, year: 2023 }\n"),
                Instant.now());
        UUID id = draft("2024-12-31", RATE + "  residents: { value: 7.9, unit: 万人, year: 2024 }\n");

        Document form = page(id, "/edit?open=everything");
        assertEquals(
                "上次：97.2%（2023年）",
                form.select("[id='q/figures/county-seat-sewage-treatment-rate'] .last")
                        .text());
        assertEquals(
                "上次：8.0万人（2023年）",
                form.select("[id='q/figures/residents'] .last").text(),
                "of the last one");

        Document submit = page(id, "/submit");
        assertEquals("与上次办结的“崇信县自评”相比", submit.select("#since-title").text());
        List<String> changes =
                submit.select("[aria-labelledby=since-title] tbody tr").eachText();
        assertEquals(2, changes.size(), changes.toString());
        assertTrue(
                changes.stream().anyMatch(one -> one.contains("常住人口") && one.contains("8.0") && one.contains("7.9")),
                changes.toString());
        assertTrue(submit.text().contains("改动2项；另有1项与上次相同"), submit.text());
    }

    @Test
    void what_is_not_concluded_is_nothing_to_go_by() {
        service.person("first", "620881", Role.COUNTY_OFFICER);
        Actor first = service.actor("first");
        UUID id = desk.create(
                        first,
                        "620881",
                        "self-assessment",
                        "华亭市自评",
                        ReviewSamples.text("jingchuan-2023")
                                .replace("620821", "620881")
                                .getBytes(StandardCharsets.UTF_8))
                .id();
        desk.create(first, "620881", "self-assessment", "华亭市自评", new byte[0]);
        Browser own = Browser.signedIn(service, "first");
        Document submit = Jsoup.parse(own.get("/dossiers/" + id + "/submit").body());
        assertTrue(submit.select("#since-title").isEmpty());
        assertFalse(own.get("/dossiers/" + id + "/edit").body().contains("上次："));
    }

    @Test
    void a_project_has_no_last_one() {
        UUID id = desk.create(
                        officer,
                        "620823",
                        "project",
                        "项目",
                        ReviewSamples.text("village-road-project")
                                .replace("620826", "620823")
                                .getBytes(StandardCharsets.UTF_8))
                .id();
        assertTrue(desk.lastConcluded(desk.find(officer, id)).isEmpty());
    }
}
