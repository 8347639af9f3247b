package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;

/** What rulings make of one city's figures: those of all county seats together (R16), those of two classes (R41). */
class RulingsTest {
    private static final String OF_SEATS = "PL-3.2-B2-2-g";
    private static final String HIGHER = "PL-5.1-e";
    private static final String LOWER = "PL-5.1-f";

    @Test
    void one_rate_for_all_county_seats_below_the_line_shows_that_one_is_below_and_names_none() {
        Finding finding = ofSeats("97.4", "2025-12-31");
        assertEquals(Outcome.FAIL, finding.outcome());
        assertEquals("平凉市各县城", finding.subject().zh());
        assertTrue(finding.left().isEmpty());
        assertEquals(Outcome.NOT_DUE, ofSeats("97.4", "2024-12-31").outcome());
    }

    @Test
    void one_rate_for_all_county_seats_at_the_line_shows_nothing_and_asks_for_each() {
        for (String rate : List.of("97.5", "100")) {
            Finding finding = ofSeats(rate, "2025-12-31");
            assertEquals(Outcome.INSUFFICIENT_DATA, finding.outcome(), rate);
            Missing missing = finding.missing().get(0);
            List.of("泾川县县城", "灵台县县城", "崇信县县城", "庄浪县县城", "静宁县县城", "华亭市城区")
                    .forEach(seat -> assertTrue(missing.hint().zh().contains(seat), seat));
        }
    }

    @Test
    void a_city_that_says_nothing_of_its_county_seats_is_not_asked_for_them() {
        assertEquals(
                Outcome.NOT_APPLICABLE,
                finding(OF_SEATS, "620800", "2025-12-31", "").outcome());
    }

    /** The higher class asks for 3, the lower one for 6. */
    @Test
    void what_a_higher_class_has_beyond_its_own_number_counts_for_the_lower_one() {
        assertEquals(Outcome.PASS, clusters("3", "6", LOWER).outcome());
        assertEquals(Outcome.FAIL, clusters("3", "5", LOWER).outcome());
        assertEquals(Outcome.PASS, clusters("4", "5", LOWER).outcome());
        assertEquals(Outcome.FAIL, clusters("4", "4", LOWER).outcome());
        assertEquals("5", String.valueOf(clusters("4", "4", LOWER).measured()));
        assertEquals(Outcome.PASS, clusters("4", "5", HIGHER).outcome());
    }

    @Test
    void what_a_higher_class_lacks_is_not_taken_from_the_lower_one() {
        assertEquals(Outcome.FAIL, clusters("2", "5", LOWER).outcome());
        assertEquals(Outcome.PASS, clusters("2", "6", LOWER).outcome());
        assertEquals(Outcome.FAIL, clusters("2", "9", HIGHER).outcome());
    }

    @Test
    void as_long_as_the_higher_class_is_unknown_so_is_what_it_may_add() {
        Finding short1 = finding(LOWER, "620800", "2026-12-31", "figures: { clusters-of-a-billion: 5 }");
        assertEquals(Outcome.INSUFFICIENT_DATA, short1.outcome());
        assertEquals(
                List.of("clusters-of-ten-billion"),
                short1.missing().stream().map(Missing::figure).toList());
        assertEquals(
                Outcome.PASS,
                finding(LOWER, "620800", "2026-12-31", "figures: { clusters-of-a-billion: 6 }")
                        .outcome());
    }

    private static Finding ofSeats(String rate, String asOf) {
        return finding(OF_SEATS, "620800", asOf, "figures: { county-seat-sewage-treatment-rate: " + rate + " }");
    }

    private static Finding clusters(String higher, String lower, String provision) {
        return finding(
                provision,
                "620800",
                "2026-12-31",
                "figures: { clusters-of-ten-billion: " + higher + ", clusters-of-a-billion: " + lower + " }");
    }

    private static Finding finding(String provision, String place, String asOf, String rest) {
        String yaml = "plancheck: 1\nkind: self-assessment\nid: x\ntitle: x\nplace: \"" + place + "\"\nas-of: \"" + asOf
                + "\"\n" + rest + "\n";
        return CaveatsTest.finding(provision, yaml);
    }
}
