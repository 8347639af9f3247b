package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
        assertEquals(
                Outcome.INSUFFICIENT_DATA,
                finding("PL-6.1-1-a", dossier("\"620800\"", stage.formatted("2023-06-30")))
                        .outcome());
        assertEquals(
                Outcome.PASS,
                finding("PL-6.1-1-a", dossier("\"620800\"", stage.formatted("2025-06-30")))
                        .outcome());
    }

    @Test
    void a_rate_beside_parts_that_give_another_decides_nothing() {
        String figures =
                "figures: { refuse-resource-utilisation-rate: %s, refuse-resource-used: 5.5, refuse-collected: 10 }\n";
        String provision = "PL-3.2-B2-2-c";
        for (String rate : List.of("70", "40")) {
            Finding apart = finding(provision, dossier("\"620821\"", figures.formatted(rate)));
            assertEquals(Outcome.NEEDS_REVIEW, apart.outcome(), rate);
            assertTrue(
                    apart.question().zh().contains(rate)
                            && apart.question().zh().contains("55"),
                    rate);
            assertTrue(apart.question().en().contains("55"), apart.question().en());
        }
        assertEquals(
                Outcome.FAIL,
                finding(provision, dossier("\"620821\"", figures.formatted("55")))
                        .outcome());
    }

    /** Worked out from figures of which one cannot be, a rate cannot be either. */
    @Test
    void what_is_worked_out_from_figures_that_contradict_each_other_is_for_a_person() {
        String figures = "figures: { sludge-harmlessly-disposed: 120, sludge-produced: 100 }\n";
        Finding finding = finding("PL-3.2-B2-2-h", dossier("\"620821\"", figures));
        assertEquals(Outcome.NEEDS_REVIEW, finding.outcome());
        assertTrue(finding.question().zh().contains("120"), finding.question().zh());
    }

    @Test
    void before_its_date_a_contradiction_that_meets_nothing_is_left_alone() {
        String figures =
                "figures: { refuse-resource-utilisation-rate: 40, refuse-resource-used: 5.5, refuse-collected: 10 }\n";
        assertEquals(
                Outcome.NOT_DUE,
                finding("PL-3.2-B2-2-c", dossier("\"620821\"", figures).replace("as-of: \"2025", "as-of: \"2023"))
                        .outcome());
    }

    @Test
    void what_is_being_built_is_shown_and_not_counted() {
        String figure = "figures: { dangerous-bridges-renewed: { value: 40, under-way: %s, unit: 座, year: 2025 } }\n";
        Finding finding = finding("PL-6.1-B5-5-a", dossier("\"620800\"", figure.formatted("3")));
        assertEquals("40", String.valueOf(finding.measured()));
        assertEquals(Outcome.FAIL, finding.outcome());
        assertTrue(finding.because().stream().anyMatch(reason -> reason.key() == Reason.Key.UNDER_WAY));
        assertTrue(finding("PL-6.1-B5-5-a", dossier("\"620800\"", figure.formatted("0"))).because().stream()
                .noneMatch(reason -> reason.key() == Reason.Key.UNDER_WAY));
    }

    /** Every village of thirty households is asked for. */
    @Test
    void a_known_share_of_a_list_is_judged_where_nothing_is_listed() {
        assertEquals(Outcome.PASS, villages("100", "").outcome());
        Finding short1 = villages("96.4", "");
        assertEquals(Outcome.FAIL, short1.outcome());
        assertEquals("96.4", String.valueOf(short1.measured()));
        assertEquals("-3.6", String.valueOf(short1.margin()));
        assertTrue(short1.left().isEmpty());
        assertEquals(Outcome.INSUFFICIENT_DATA, villages(null, "").outcome());
    }

    /** Nearly all of the sections: from 95 per cent on a person decides. */
    @Test
    void nearly_all_by_its_share_is_for_a_person() {
        for (String[] row :
                new String[][] {{"100", "PASS"}, {"95", "NEEDS_REVIEW"}, {"94.99", "FAIL"}, {"0", "FAIL"}}) {
            String figures = "figures: { waterlogging-sections: { value: 40, shares: { waterlogging-eliminated: "
                    + row[0] + " }, unit: 个, year: 2025 } }\n";
            assertEquals(
                    Outcome.valueOf(row[1]),
                    finding("PL-7.2-3-c", dossier("\"620881\"", figures)).outcome(),
                    row[0]);
        }
    }

    @Test
    void a_list_that_does_not_agree_with_its_share_is_for_a_person() {
        String done = "villages: [ { name: 甲村, households: 40, hardened-road: yes } ]\n";
        String left = "villages: [ { name: 甲村, households: 40, hardened-road: no } ]\n";
        assertEquals(Outcome.NEEDS_REVIEW, villages("96.4", done).outcome());
        assertEquals(Outcome.NEEDS_REVIEW, villages("100", left).outcome());
        assertEquals(Outcome.PASS, villages("100", done).outcome());
        assertEquals(Outcome.FAIL, villages("96.4", left).outcome());
    }

    /** The income ratio is worked out from two series. */
    @Test
    void a_question_about_a_change_shows_the_years_there_are_or_asks_for_an_earlier_one() {
        String incomes =
                "figures: { urban-income-per-head: { series: { %s }, unit: 元 }, rural-income-per-head: { series: { %s }, unit: 元 } }\n";
        Finding two = finding(
                "PL-9.4-2-f",
                dossier("\"620821\"", incomes.formatted("2020: 30000, 2025: 38000", "2020: 10000, 2025: 15000")));
        assertTrue(two.because().stream().anyMatch(reason -> reason.key() == Reason.Key.YEAR_VALUE));
        assertTrue(two.because().stream().noneMatch(reason -> reason.key() == Reason.Key.NO_EARLIER_YEAR));
        Finding one = finding("PL-9.4-2-f", dossier("\"620821\"", incomes.formatted("2025: 38000", "2025: 15000")));
        assertEquals(Outcome.NEEDS_REVIEW, one.outcome());
        assertTrue(one.because().stream().anyMatch(reason -> reason.key() == Reason.Key.NO_EARLIER_YEAR));
    }

    private static Finding villages(@Nullable String share, String list) {
        String shares = share == null ? "" : ", shares: { hardened-road: " + share + " }";
        String total = "figures: { villages-of-30-households: { value: 1" + shares + ", unit: 个, year: 2025 } }\n";
        return finding("PL-6.1-3-f", dossier("\"620821\"", total + list));
    }

    private static Finding rate(String figure) {
        return finding(RATE_OF_SEATS, dossier("\"620821\"", "figures: { " + RATE + ": " + figure + " }\n"));
    }

    private static String dossier(String place, String rest) {
        return "plancheck: 1\nkind: self-assessment\nid: x\ntitle: x\nplace: " + place + "\nas-of: \"2025-12-31\"\n"
                + rest;
    }

    /** What the shipped book finds of one provision in a dossier. */
    static Finding finding(String provision, String yaml) {
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
