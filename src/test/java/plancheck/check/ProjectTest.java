package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Language;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.report.Standing;
import plancheck.report.Verdict;
import plancheck.report.writing.PublishedDecision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** Projects through reader, rules and judge: what they rest on, their lots and counties, and what an approval makes of them. */
class ProjectTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final DossierReader READER = new DossierReader(BOOK);
    private static final ComplianceCheck CHECK = new ComplianceCheck(BOOK);

    private static DossierReading read(String title, String place, String project) {
        String dossier = "plancheck: 1\nkind: project\nid: test\ntitle: " + title + "\nplace: \"" + place
                + "\"\nas-of: \"2022-03-01\"\nproject:\n" + project.indent(2);
        return READER.read(dossier.getBytes(StandardCharsets.UTF_8));
    }

    private static Report report(String title, String place, String project) {
        DossierReading reading = read(title, place, project);
        return CHECK.check(assertNotNullOf(reading));
    }

    private static plancheck.dossier.Dossier assertNotNullOf(DossierReading reading) {
        assertNotNull(reading.dossier(), reading.problems().toString());
        return Objects.requireNonNull(reading.dossier());
    }

    private static List<String> subjects(Report report, String provision, Outcome outcome) {
        return report.findings().stream()
                .filter(finding -> finding.provision().equals(provision) && finding.outcome() == outcome)
                .map(finding -> finding.subject().zh())
                .toList();
    }

    @Test
    void a_self_assessment_has_no_standing_and_nothing_to_decide() {
        DossierReading reading = READER.read(
                "plancheck: 1\nkind: self-assessment\nid: a\ntitle: 自评\nplace: \"620821\"\nas-of: \"2024-12-31\"\n"
                        .getBytes(StandardCharsets.UTF_8));
        Report report = CHECK.check(assertNotNullOf(reading));

        assertNull(report.standing());
        assertNull(PublishedDecision.of(report, Language.ZH));
    }

    @Test
    void an_amount_counts_in_the_unit_of_the_plan_towards_what_the_plan_counts() {
        Report report = report("静宁县村组道路硬化项目", "620826", """
                sector: village-road
                site: county
                completion: "2025-10-31"
                amounts: [ { of: 村组道路, value: 7200, unit: 米 }, { of: 桥梁, value: 300, unit: 米 } ]
                """);
        PublishedDecision decision = Objects.requireNonNull(PublishedDecision.of(report, Language.ZH));

        assertEquals(Standing.NAMED, report.standing());
        assertEquals(
                List.of("规划项目“村组道路硬化” 7.2公里 of 2809"),
                decision.adds().stream()
                        .map(each -> each.about() + " " + each.amount() + each.unit() + " of " + each.of())
                        .toList());
    }

    @Test
    void more_than_the_plan_counts_in_all_is_asked_back() {
        Report report = report("静宁县村组道路硬化项目", "620826", """
                sector: village-road
                site: county
                completion: "2025-10-31"
                amounts: [ { of: 村组道路, value: 3000, unit: 公里 } ]
                """);

        assertEquals(Standing.AGAINST, report.standing());
        assertTrue(report.bases().get(0).question().zh().contains("多于规划的2809公里"));
    }

    @Test
    void of_several_amounts_in_one_unit_none_is_guessed() {
        Report report = report("静宁县村组道路硬化项目", "620826", """
                nature: new
                sector: village-road
                site: county
                completion: "2025-10-31"
                amounts: [ { of: 主线, value: 3, unit: 公里 }, { of: 支线, value: 2, unit: 公里 } ]
                """);

        Finding basis = report.bases().get(0);
        assertEquals(Outcome.INSUFFICIENT_DATA, basis.outcome());
        assertEquals("project/amounts", basis.missing().get(0).figure());
    }

    @Test
    void each_lot_is_judged_by_itself_and_one_that_says_nothing_is_not_covered_by_another() {
        Report report = report("两县村组道路硬化项目", "620826", """
                sector: village-road
                site: county
                completion: "2025-10-31"
                lots:
                  - { name: 一标段, works: { road-safety-works: yes } }
                  - { name: 二标段, place: 庄浪县, works: { road-safety-works: no } }
                  - { name: 三标段 }
                """);

        assertEquals(List.of("两县村组道路硬化项目·二标段"), subjects(report, "PL-6.1-3-i", Outcome.NEEDS_REVIEW));
        assertEquals(List.of("两县村组道路硬化项目·三标段"), subjects(report, "PL-6.1-3-i", Outcome.INSUFFICIENT_DATA));
    }

    @Test
    void a_lot_has_from_the_project_what_it_does_not_say_itself() {
        Report report = report("某项目", "620826", """
                sector: village-road
                site: county
                completion: "2025-10-31"
                works: { project-according-to-plan: yes }
                lots:
                  - { name: 一标段 }
                  - { name: 二标段, works: { project-according-to-plan: no } }
                """);

        assertEquals(List.of("某项目·一标段"), subjects(report, "PL-10.3-c", Outcome.PASS));
        assertEquals(List.of("某项目·二标段"), subjects(report, "PL-10.3-c", Outcome.FAIL));
        assertEquals(Verdict.NON_COMPLIANT, report.verdict());
    }

    @Test
    void a_project_of_several_counties_is_bound_by_what_binds_it_in_any_and_told_once() {
        String dust =
                "sector: trunk-road\nsite: county-seat\ncompletion: \"2025-10-31\"\nworks: { site-dust-controlled: no }\n";

        Report alone = report("某公路", "620821", dust);
        Report joint = report("某公路", "620821", dust + "also-in: [华亭市]\n");

        assertEquals(List.of(), subjects(alone, "PL-7.5-3-b", Outcome.NEEDS_REVIEW));
        assertEquals(1, subjects(joint, "PL-10.3-c", Outcome.INSUFFICIENT_DATA).size());
        assertTrue(joint.findings().stream()
                        .filter(finding -> finding.outcome() != Outcome.NOT_APPLICABLE)
                        .count()
                > alone.findings().stream()
                        .filter(finding -> finding.outcome() != Outcome.NOT_APPLICABLE)
                        .count());
    }

    @Test
    void without_a_day_of_completion_what_is_due_by_a_date_is_open_and_the_rest_is_judged() {
        String project = "sector: sewage\nsite: county-seat\nworks: { project-according-to-plan: yes }\n";
        String figures = "figures: { county-seat-sewage-treatment-rate: { value: 90, unit: \"%\", year: 2022 } }\n";
        String head =
                "plancheck: 1\nkind: project\nid: test\ntitle: 某污水处理厂\nplace: \"620825\"\nas-of: \"2022-03-01\"\n";
        DossierReading reading =
                READER.read((head + figures + "project:\n" + project.indent(2)).getBytes(StandardCharsets.UTF_8));
        Report report = CHECK.check(assertNotNullOf(reading));

        Finding rate = report.findings().stream()
                .filter(finding -> finding.provision().equals("PL-3.2-B2-2-g"))
                .findFirst()
                .orElseThrow();
        assertEquals(Outcome.INSUFFICIENT_DATA, rate.outcome());
        assertEquals("project/completion", rate.missing().get(0).figure());
        assertEquals(1, subjects(report, "PL-10.3-c", Outcome.PASS).size());
        assertTrue(report.notes().stream().anyMatch(note -> note.said().zh().contains("没有填建成日期")));
    }

    @Test
    void a_work_confirmed_by_an_office_is_held_against_the_plan_and_one_the_applicant_names_is_not_taken_on_trust() {
        String airport =
                "sector: airport\nsite: county\nnature: new\nstart: \"2025-01-01\"\ncompletion: \"2027-12-31\"\n";

        Report confirmed = report("某机场", "620802", airport + "basis: [ { work: PL-6.1-1-w1, by: 平凉市发展和改革委员会 } ]\n");
        Report claimed = report("某机场", "620802", airport + "basis: [ { work: PL-6.1-1-w1 } ]\n");

        assertTrue(confirmed.bases().get(0).subject().zh().startsWith("规划项目"));
        assertTrue(claimed.bases().stream()
                .anyMatch(finding -> finding.outcome() == Outcome.NEEDS_REVIEW
                        && finding.subject().zh().contains("所称依据")));
    }

    @Test
    void what_is_built_already_and_what_is_in_the_wrong_order_is_said() {
        DossierReading built =
                read("某路", "620821", "sector: municipal-road\nsite: county-seat\ncompletion: \"2020-10-31\"\n");
        DossierReading wrong = read(
                "某路",
                "620821",
                "sector: municipal-road\nsite: county-seat\nlots:\n  - { name: 一, start: \"2024-05-01\", completion: \"2023-05-01\" }\n");

        assertTrue(
                built.problems().toString().contains("已经建成的项目不再审批"),
                built.problems().toString());
        assertNull(wrong.dossier());
    }

    @Test
    void two_works_that_fit_equally_are_both_asked_about() {
        Report report = report("灵台县高速公路", "620822", "sector: expressway\nsite: county\ncompletion: \"2026-10-31\"\n");

        assertTrue(
                report.standing() == Standing.OPEN
                        || report.standing() == Standing.OF_KIND
                        || report.standing() == Standing.NOT_PROVIDED_FOR,
                String.valueOf(report.standing()));
        assertTrue(report.bases().stream().allMatch(finding -> finding.measured() != Standing.NAMED));
    }

    @Test
    void each_finding_of_a_report_is_known_by_its_provision_and_its_subject() {
        Report park = report("平凉市体育运动公园项目", "620802", """
                sector: sport
                site: central-urban-area
                nature: new
                completion: "2023-10-31"
                scale: 体育场、体育馆、运动公园
                """);
        Report airport = report("新建平凉军民合用机场", "620802", """
                sector: airport
                site: county
                nature: new
                completion: "2024-10-31"
                basis: [ { work: PL-6.1-1-w1 }, { work: GS-5.1-3-w4 }, { clause: 平凉规划六（一）1 }, { clause: 平凉规划六（一）1 } ]
                """);

        assertEquals(2, park.bases().size());
        assertEquals(2, airport.bases().size(), airport.bases().toString());
        for (Report report : List.of(park, airport)) {
            assertEquals(
                    report.bases().size(),
                    report.bases().stream().map(Finding::subject).distinct().count());
        }
    }
}
