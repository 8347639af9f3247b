package plancheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plancheck.facts.Force;
import plancheck.report.writing.Json;
import plancheck.report.writing.PublishedComparison;

class ComparisonTest {

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource({
        "FAIL, PASS, FIXED",
        "INSUFFICIENT_DATA, PASS, FIXED",
        "NEEDS_REVIEW, PASS, FIXED",
        "ERROR, PASS, FIXED",
        "PASS, FAIL, NEW",
        "NOT_DUE, INSUFFICIENT_DATA, NEW",
        "NOT_APPLICABLE, NEEDS_REVIEW, NEW",
        "FAIL, FAIL, STILL_OPEN",
        "INSUFFICIENT_DATA, FAIL, STILL_OPEN",
        "FAIL, NOT_DUE, OTHER",
        "FAIL, NOT_APPLICABLE, OTHER",
        "NOT_DUE, PASS, OTHER",
        "NOT_APPLICABLE, PASS, OTHER",
    })
    void an_outcome_then_and_now_makes_the_kind(Outcome then, Outcome now, ChangeKind kind) {
        Comparison comparison =
                Comparison.of(report(finding("PL-1", "泾川县", then)), report(finding("PL-1", "泾川县", now)));
        assertEquals(
                List.of(kind),
                comparison.changes().stream().map(Comparison.Change::kind).toList());
        assertEquals(0, comparison.unchanged());
    }

    @Test
    void what_passes_as_before_is_counted_and_not_listed() {
        Report report = report(finding("PL-1", "泾川县", Outcome.PASS), finding("PL-2", "泾川县", Outcome.NOT_APPLICABLE));
        assertEquals(new Comparison(report, report, List.of(), 2), Comparison.of(report, report));
    }

    @Test
    void findings_of_one_provision_are_told_apart_by_their_subject() {
        Comparison comparison = Comparison.of(
                report(finding("PL-1", "泾川县", Outcome.PASS), finding("PL-1", "泾川县县城", Outcome.FAIL)),
                report(finding("PL-1", "泾川县县城", Outcome.PASS), finding("PL-1", "泾川县", Outcome.PASS)));
        assertEquals(1, comparison.unchanged());
        assertEquals(
                "泾川县县城",
                comparison.with(ChangeKind.FIXED).get(0).latest().subject().zh());
    }

    @Test
    void a_single_finding_is_compared_although_its_subject_is_the_title_of_another_year() {
        Comparison comparison = Comparison.of(
                report(finding("PL-1", "2022年度自评", Outcome.NOT_APPLICABLE)),
                report(finding("PL-1", "2023年度自评", Outcome.NOT_APPLICABLE)));
        assertEquals(List.of(), comparison.changes());
    }

    @Test
    void a_new_provision_is_new_only_when_it_leaves_something_to_do() {
        Comparison comparison = Comparison.of(
                report(), report(finding("PL-1", "泾川县", Outcome.FAIL), finding("PL-2", "泾川县", Outcome.NOT_APPLICABLE)));
        assertEquals("PL-1", comparison.with(ChangeKind.NEW).get(0).latest().provision());
        assertEquals("PL-2", comparison.with(ChangeKind.OTHER).get(0).latest().provision());
    }

    @Test
    void what_is_no_longer_asked_comes_last_and_has_no_later_finding() {
        Comparison comparison = Comparison.of(
                report(finding("PL-1", "泾川县", Outcome.FAIL), finding("PL-2", "泾川县", Outcome.FAIL)),
                report(finding("PL-2", "泾川县", Outcome.FAIL)));
        Comparison.Change gone = comparison.changes().get(1);
        assertEquals(ChangeKind.OTHER, gone.kind());
        assertEquals("PL-1", gone.latest().provision());
        assertNull(gone.after());
    }

    @Test
    void json_has_the_findings_with_another_outcome_and_null_where_there_was_none() {
        Comparison comparison = Comparison.of(
                report(finding("PL-1", "泾川县", Outcome.FAIL), finding("PL-2", "泾川县", Outcome.FAIL)),
                report(
                        finding("PL-1", "泾川县", Outcome.PASS),
                        finding("PL-2", "泾川县", Outcome.FAIL),
                        finding("PL-3", "泾川县", Outcome.FAIL)));
        assertEquals("""
                {
                  "verdict" : {
                    "before" : "non-compliant",
                    "after" : "non-compliant"
                  },
                  "changes" : [ {
                    "provision" : "PL-1",
                    "subject" : "泾川县",
                    "before" : "fail",
                    "after" : "pass"
                  }, {
                    "provision" : "PL-3",
                    "subject" : "泾川县",
                    "before" : null,
                    "after" : "fail"
                  } ]
                }
                """, Json.write(json -> json.writePOJO(PublishedComparison.of(comparison))));
    }

    @Test
    void a_report_and_itself_re_read_differ_in_nothing() {
        Report report = Samples.report("jingchuan-2023");
        Comparison comparison = Comparison.of(report, Samples.read(Samples.stored(report)));
        assertEquals(List.of(), comparison.ofOutcome());
        assertEquals(
                report.findings().size(),
                comparison.unchanged() + comparison.with(ChangeKind.STILL_OPEN).size());
    }

    private static Report report(Finding... findings) {
        return new Report(
                new Report.DossierId("id", "自评", "self-assessment", "620821", ""),
                new Report.RuleBookId("1", ""),
                LocalDate.of(2023, 12, 31),
                Verdict.of(List.of(findings)),
                List.of(findings));
    }

    private static Finding finding(String provision, String subject, Outcome outcome) {
        return MadeUp.finding(provision, subject, outcome, Force.MUST);
    }
}
