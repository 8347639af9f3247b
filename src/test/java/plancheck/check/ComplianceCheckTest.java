package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import plancheck.dossier.Dossier;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.report.Report;
import plancheck.report.Verdict;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Scope;
import plancheck.rulebook.reading.RuleBooks;

/** What holds for a check as a whole, whatever the provisions are. */
class ComplianceCheckTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final Path DOSSIERS = Path.of("test-cases/dossiers");

    @Test
    void many_dossiers_in_one_session_are_judged_as_each_alone() throws IOException {
        ComplianceCheck check = new ComplianceCheck(BOOK);
        List<Dossier> dossiers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            dossiers.add(read("jingchuan-2023.yaml"));
            dossiers.add(read("pingliang-2022.yaml"));
            dossiers.add(read("compound-renovation-project.yaml"));
        }
        List<Report> alone = dossiers.stream().map(check::check).toList();
        assertEquals(alone, check.check(dossiers));
    }

    @Test
    void what_one_provision_comes_to_is_what_the_report_has_of_it() throws IOException {
        ComplianceCheck check = new ComplianceCheck(BOOK);
        for (String name : List.of("jingchuan-2023.yaml", "pingliang-2022.yaml", "sewage-project.yaml")) {
            Dossier dossier = read(name);
            List<String> ids = BOOK.provisions().stream().map(Provision::id).toList();
            List<Finding> alone = check.findings(Collections.nCopies(ids.size(), dossier), ids).stream()
                    .flatMap(List::stream)
                    .toList();
            List<Finding> whole = check.check(dossier).findings().stream()
                    .map(finding -> finding.with(List.of()))
                    .toList();
            assertEquals(
                    whole,
                    alone.stream().map(finding -> finding.with(List.of())).toList());
        }
        assertEquals(List.of(List.of()), check.findings(List.of(read("sewage-project.yaml")), List.of("PL-99-z")));
    }

    @Test
    void a_dossier_asked_for_twice_at_once_is_judged_twice() throws IOException {
        ComplianceCheck check = new ComplianceCheck(BOOK);
        Dossier dossier = read("jingchuan-2023.yaml");
        Dossier other = read("huating-2022.yaml");
        Report alone = check.check(dossier);
        assertEquals(List.of(alone, check.check(other), alone), check.check(List.of(dossier, other, dossier)));
    }

    @Test
    void every_provision_has_a_finding_in_the_order_of_the_rule_book() throws IOException {
        List<String> found = new ComplianceCheck(BOOK)
                .check(read("huating-2022.yaml")).findings().stream()
                        .map(Finding::provision)
                        .distinct()
                        .toList();
        assertEquals(BOOK.provisions().stream().map(Provision::id).toList(), found);
    }

    @Test
    void where_the_rule_and_its_reading_disagree_the_finding_is_an_error_and_no_verdict_is_given() throws IOException {
        Provision rate = BOOK.provision("PL-2.3-a").orElseThrow();
        Scope anybody = new Scope(Scope.Sort.PLACE, "", List.of(), Label.of(""));
        Report report = new ComplianceCheck(BOOK.withProvisions(List.of(rate.with(anybody, rate.criterion()))))
                .check(read("jingchuan-2023.yaml"));
        assertEquals(
                List.of(Outcome.ERROR),
                report.findings().stream().map(Finding::outcome).toList());
        assertEquals(Verdict.INDETERMINATE, report.verdict());
    }

    @Test
    void nothing_evaluated_is_never_success() throws IOException {
        Provision ofTheCity = BOOK.provision("PL-2.3-a").orElseThrow();
        Report report = new ComplianceCheck(BOOK.withProvisions(List.of(ofTheCity))).check(read("jingchuan-2023.yaml"));
        assertEquals(
                List.of(Outcome.NOT_APPLICABLE),
                report.findings().stream().map(Finding::outcome).toList());
        assertEquals(Verdict.INDETERMINATE, report.verdict());
    }

    @Test
    void what_was_so_before_the_due_year_does_not_answer_what_is_due_later() throws IOException {
        LocalDate due = LocalDate.of(2025, 12, 31);
        List<Finding> findings = new ComplianceCheck(BOOK)
                .check(read("jingchuan-2023.yaml").at(due)).findings().stream()
                        .filter(finding -> due.equals(finding.due()))
                        .toList();
        assertTrue(findings.size() > 50, "provisions are due");
        assertEquals(
                List.of(),
                findings.stream()
                        .filter(f -> f.outcome() == Outcome.PASS || f.outcome() == Outcome.FAIL)
                        .map(Finding::provision)
                        .toList());
    }

    @Test
    void what_a_person_will_judge_shows_the_figure_given_and_what_begins_later_the_last_one() throws IOException {
        Dossier dossier = read("pingliang-2022.yaml");
        List<List<Finding>> found =
                new ComplianceCheck(BOOK).findings(List.of(dossier, dossier), List.of("PL-2.3-e", "PL-5.1-B4-4-b"));
        Finding coverage = found.get(0).get(0);
        assertEquals(Outcome.NOT_DUE, coverage.outcome());
        assertEquals(new BigDecimal("43.03"), coverage.measured());
        assertEquals("%", coverage.unit());
        assertEquals(Basis.CITED, coverage.basis());
        Finding later = found.get(1).get(0);
        assertEquals(Outcome.NOT_DUE, later.outcome());
        assertTrue(
                later.because().stream()
                        .anyMatch(reason -> reason.key() == Reason.Key.FIGURE
                                && reason.toString().contains("41.93")),
                later.toString());
    }

    @Test
    void a_ratio_to_nothing_is_unknown_and_says_why() {
        String dossier = """
                plancheck: 1
                kind: self-assessment
                id: zero
                title: 分母为零
                place: "620800"
                as-of: 2025-12-31
                figures: { urban-residents: 10, residents: 0 }
                """;
        Finding rate = new ComplianceCheck(BOOK)
                        .check(new DossierReader(BOOK)
                                .read(dossier.getBytes(StandardCharsets.UTF_8))
                                .orThrow())
                        .findings()
                        .stream()
                        .filter(finding -> finding.provision().equals("PL-2.3-a"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Outcome.INSUFFICIENT_DATA, rate.outcome());
        assertEquals("residents", rate.missing().get(0).figure());
        assertEquals("为零，不能作分母，请核对", rate.missing().get(0).hint().zh());
    }

    private static Dossier read(String file) throws IOException {
        return new DossierReader(BOOK).read(DOSSIERS.resolve(file)).orThrow();
    }

    /** PL-8.2-2-e asks something of places with a new district only; whether there is one, a project need not say. */
    @Test
    void a_project_is_not_asked_what_only_the_place_could_answer() throws IOException {
        Finding finding = new ComplianceCheck(BOOK)
                .check(read("sewage-project.yaml")).findings().stream()
                        .filter(f -> f.provision().equals("PL-8.2-2-e"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Outcome.NOT_APPLICABLE, finding.outcome());
        assertEquals(List.of(), finding.missing());
    }

    /** The province's weaker line is shown under the city's; what does not concern the county is not shown at all. */
    @Test
    void a_finding_shows_what_bears_on_it_in_the_same_dossier() throws IOException {
        List<Finding> findings =
                new ComplianceCheck(BOOK).check(read("jingning-2025.yaml")).findings();
        List<Relation> ofRefuse = findings.stream()
                .filter(f -> f.provision().equals("PL-3.2-B2-2-c"))
                .flatMap(f -> f.relations().stream())
                .toList();
        assertEquals(
                List.of("GS-7.4-6-b floor R14", "PL-3.2-B2-2-a tension R17", "PL-7.5-3-j tension R17"),
                ofRefuse.stream()
                        .map(r -> r.other() + " " + r.kind().id() + " " + r.ruling())
                        .sorted()
                        .toList());
        assertEquals(
                List.of(),
                findings.stream()
                        .flatMap(f -> f.relations().stream())
                        .filter(r -> r.other().startsWith("PL-5.1-B4-1"))
                        .toList());
    }
}
