package plancheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plancheck.facts.Force;
import plancheck.facts.Language;
import plancheck.report.writing.ReportWriter;

class VerdictTest {
    private static final Map<Outcome, Verdict> OF_ONE = Map.of(
            Outcome.FAIL, Verdict.NON_COMPLIANT,
            Outcome.INSUFFICIENT_DATA, Verdict.INDETERMINATE,
            Outcome.NEEDS_REVIEW, Verdict.INDETERMINATE,
            Outcome.ERROR, Verdict.INDETERMINATE,
            Outcome.NOT_DUE, Verdict.COMPLIANT,
            Outcome.PASS, Verdict.COMPLIANT,
            Outcome.DIRECTION, Verdict.COMPLIANT,
            Outcome.NOT_APPLICABLE, Verdict.COMPLIANT);

    @ParameterizedTest
    @EnumSource
    void one_finding_beside_a_pass_decides_by_its_outcome_where_the_provision_is_of_force_must(Outcome outcome) {
        for (Force force : Force.values()) {
            Verdict verdict =
                    Verdict.of(List.of(MadeUp.finding(Outcome.PASS, Force.MUST), MadeUp.finding(outcome, force)));
            assertEquals(force == Force.MUST ? OF_ONE.get(outcome) : Verdict.COMPLIANT, verdict, force.id());
        }
    }

    @Test
    void a_fail_decides_over_whatever_is_open() {
        List<Finding> findings = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            findings.add(0, MadeUp.finding(outcome, Force.MUST));
        }
        assertEquals(Verdict.NON_COMPLIANT, Verdict.of(findings));
    }

    @Test
    void nothing_evaluated_is_never_success() {
        assertEquals(Verdict.INDETERMINATE, Verdict.of(List.of()));
        assertEquals(Verdict.INDETERMINATE, Verdict.of(List.of(MadeUp.finding(Outcome.NOT_APPLICABLE, Force.MUST))));
        assertEquals(Verdict.COMPLIANT, Verdict.of(List.of(MadeUp.finding(Outcome.PASS, Force.ENCOURAGE))));
    }

    @Test
    void an_unknown_report_format_is_an_error_and_never_text() {
        for (String format : List.of("docx", "TEXT", "")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ReportWriter.of(format, Language.ZH, citation -> Optional.empty(), Map.of()));
        }
    }
}
