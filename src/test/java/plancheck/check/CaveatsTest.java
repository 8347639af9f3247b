package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.DossierReader;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** What a dossier says against its own figures and answers is neither lost nor passed over. */
class CaveatsTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final DossierReader READER = new DossierReader(BOOK);
    private static final String RATE = "county-seat-sewage-treatment-rate";
    private static final String RATE_OF_SEATS = "PL-3.2-B2-2-g";

    @Test
    void a_figure_of_part_of_the_year_is_not_the_years() {
        Finding finding = rate("{ value: 98, unit: \"%\", year: 2025, through-month: 11 }");
        assertEquals(Outcome.INSUFFICIENT_DATA, finding.outcome());
        assertEquals(
                List.of("所给为2025年1—11月的数，需全年数"),
                finding.missing().stream()
                        .map(Missing::hint)
                        .map(hint -> hint.zh())
                        .toList());
        assertEquals(
                Outcome.PASS,
                rate("{ value: 98, unit: \"%\", year: 2025, through-month: 12 }")
                        .outcome());
    }

    @Test
    void a_value_that_is_only_about_so_much_is_for_a_person_near_the_line_and_for_nobody_far_from_it() {
        assertEquals(
                Outcome.NEEDS_REVIEW,
                rate("{ value: 97.6, unit: \"%\", year: 2025, about: yes }").outcome());
        assertEquals(
                Outcome.NEEDS_REVIEW,
                rate("{ value: 97.4, unit: \"%\", year: 2025, about: yes }").outcome());
        assertEquals(
                Outcome.FAIL,
                rate("{ value: 80, unit: \"%\", year: 2025, about: yes }").outcome());
        assertEquals(
                Outcome.PASS,
                rate("{ value: 97.6, unit: \"%\", year: 2025, about: no }").outcome());
    }

    @Test
    void two_sources_that_lead_to_different_outcomes_stay_a_question_with_both_values() {
        Finding apart = rate("{ value: 98, unit: \"%\", year: 2025, also: [{ value: 97.2, source: department }] }");
        assertEquals(Outcome.NEEDS_REVIEW, apart.outcome());
        assertTrue(apart.question().zh().contains("98和97.2"), apart.question().zh());
        Finding alike = rate("{ value: 98, unit: \"%\", year: 2025, also: [{ value: 97.9 }] }");
        assertEquals(Outcome.PASS, alike.outcome());
        assertTrue(alike.because().stream().anyMatch(reason -> reason.key() == Reason.Key.OTHER_SOURCE));
    }

    @Test
    void an_answer_of_an_earlier_day_does_not_answer_what_is_due_later() {
        String stage = "named-projects: { PL-6.1-1-a: { stage: completed, date: \"%s\", evidence: [验收报告] } }\n";
        String provision = "PL-6.1-1-a";
        if (BOOK.works().containsKey(provision)) {
            String place = "\"620800\"";
            assertEquals(
                    Outcome.INSUFFICIENT_DATA,
                    finding(provision, dossier(place, stage.formatted("2023-06-30")))
                            .outcome());
        }
    }

    private static Finding rate(String figure) {
        return finding(RATE_OF_SEATS, dossier("\"620821\"", "figures: { " + RATE + ": " + figure + " }\n"));
    }

    private static String dossier(String place, String rest) {
        return "plancheck: 1\nkind: self-assessment\nid: x\ntitle: x\nplace: " + place + "\nas-of: \"2025-12-31\"\n"
                + rest;
    }

    private static Finding finding(String provision, String yaml) {
        DossierReading reading = READER.read(yaml.getBytes(StandardCharsets.UTF_8));
        return new ComplianceCheck(BOOK)
                        .check(Objects.requireNonNull(
                                reading.dossier(), reading.problems().toString()))
                        .findings()
                        .stream()
                        .filter(one -> one.provision().equals(provision))
                        .findFirst()
                        .orElseThrow();
    }
}
