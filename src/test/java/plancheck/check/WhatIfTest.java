package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plancheck.dossier.Dossier;
import plancheck.dossier.reading.DossierReader;
import plancheck.report.ChangeKind;
import plancheck.report.Comparison;
import plancheck.report.Outcome;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

class WhatIfTest {
    private static final byte[] DOSSIER = """
            plancheck: 1
            kind: self-assessment
            id: 620821-2023-ZP
            title: 泾川县2023年度自评
            place: "620821"
            as-of: 2025-12-31
            figures:
              county-seat-sewage-treatment-rate: 90
            """.getBytes(StandardCharsets.UTF_8);

    private final RuleBook book = RuleBooks.shipped();
    private final DossierReader reader = new DossierReader(book);
    private final Dossier given = reader.read(DOSSIER).orThrow();
    private final WhatIf whatIf = new WhatIf(book, reader, new ComplianceCheck(book));

    private WhatIf.WhatIfAnswer suppose(String figure, String value) {
        return whatIf.suppose(given, DOSSIER, Map.of(figure, value));
    }

    @Test
    void a_better_figure_fixes_what_rests_on_it_and_nothing_else() {
        WhatIf.WhatIfAnswer answer = suppose("county-seat-sewage-treatment-rate", "98");
        Comparison comparison = answer.comparison();
        assertNotNull(comparison);
        List<Comparison.Change> fixed = comparison.with(ChangeKind.FIXED);
        assertEquals(fixed, comparison.ofOutcome());
        assertTrue(fixed.stream().anyMatch(change -> change.latest().provision().equals("PL-3.2-B2-2-g")));
        assertFalse(answer.withEvidence());
    }

    @Test
    void the_same_figure_changes_no_outcome() {
        Comparison comparison =
                suppose("county-seat-sewage-treatment-rate", "90").comparison();
        assertNotNull(comparison);
        assertEquals(List.of(), comparison.ofOutcome());
    }

    @Test
    void both_are_judged_at_the_date_asked_for() {
        LocalDate later = LocalDate.of(2030, 6, 30);
        Comparison comparison = whatIf.suppose(
                        given.at(later), DOSSIER, Map.of("county-seat-sewage-treatment-rate", "98"))
                .comparison();
        assertNotNull(comparison);
        assertEquals(
                List.of(later, later),
                List.of(comparison.before().asOf(), comparison.after().asOf()));
    }

    @Test
    void an_impossible_value_is_a_problem_and_no_comparison() {
        WhatIf.WhatIfAnswer answer = suppose("county-seat-sewage-treatment-rate", "很高");
        assertNull(answer.comparison());
        assertFalse(answer.problems().isEmpty());
    }

    @Test
    void a_supposed_declaration_is_taken_to_have_its_evidence() {
        WhatIf.WhatIfAnswer answer = suppose("PL-4.2-2-d", "yes");
        Comparison comparison = answer.comparison();
        assertNotNull(comparison, () -> answer.problems().toString());
        assertTrue(answer.withEvidence());
        assertEquals(
                List.of(Outcome.PASS),
                comparison.after().findings().stream()
                        .filter(finding -> finding.provision().equals("PL-4.2-2-d"))
                        .map(finding -> finding.outcome())
                        .toList());
    }
}
