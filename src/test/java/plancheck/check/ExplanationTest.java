package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import plancheck.dossier.Dossier;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.report.Outcome;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;
import plancheck.rulebook.reading.RuleBooks;

class ExplanationTest {
    private final RuleBook book = RuleBooks.shipped();

    private Provision provision(String id) {
        return book.provision(id).orElseThrow();
    }

    private Explanation explained(String id, String lists) {
        String text = """
                plancheck: 1
                kind: self-assessment
                id: 620821-2023-ZP
                title: 泾川县2023年度自评
                place: "620821"
                as-of: 2023-12-31
                """ + lists;
        Dossier dossier = new DossierReader(book)
                .read(text.getBytes(StandardCharsets.UTF_8))
                .orThrow();
        return Explanation.of(provision(id), book, dossier, new ComplianceCheck(book).check(dossier));
    }

    @Test
    void without_a_dossier_it_says_what_is_asked_and_how_words_are_read() {
        Explanation explanation = Explanation.of(provision("PL-3.2-B2-2-g"), book);
        assertEquals("不低于97.5%（2025年12月31日前）", explanation.criterion().zh());
        assertEquals(
                provision("PL-3.2-B2-2-g").rulings(),
                explanation.rulings().stream().map(Ruling::id).toList());
        assertTrue(explanation.rulings().stream()
                .noneMatch(ruling -> ruling.text().zh().isEmpty()));
        assertEquals(List.of(), explanation.subjects());
        assertEquals(List.of(), explanation.findings());
    }

    @Test
    void a_duty_is_declared_by_its_own_id_and_a_figure_is_not() {
        assertTrue(Explanation.of(provision("PL-4.2-2-d"), book).isDeclared());
        assertFalse(Explanation.of(provision("PL-3.2-B2-2-g"), book).isDeclared());
    }

    @Test
    void each_subject_says_which_condition_holds_for_it_and_what_it_has() {
        Explanation explanation = explained("PL-3.2-B2-2-g", "");
        Label asked = provision("PL-3.2-B2-2-g").scope().conditions().get(0).words();
        assertEquals(
                List.of(
                        new Explanation.ConditionAnswer(asked, false, Level.COUNTY, Level.COUNTY),
                        new Explanation.ConditionAnswer(asked, true, Level.COUNTY_SEAT, Level.COUNTY_SEAT)),
                explanation.subjects().stream()
                        .map(subject -> subject.conditions().get(0))
                        .toList());
        assertEquals(
                List.of(Outcome.INSUFFICIENT_DATA),
                explanation.findings().stream().map(f -> f.outcome()).toList());
    }

    @Test
    void only_entries_of_the_list_it_binds_are_asked_and_what_they_lack_is_unknown() {
        Provision list = book.provisions().stream()
                .filter(p -> p.scope().kind().equals("village")
                        && p.scope().conditions().stream()
                                .anyMatch(c -> c.attribute().equals("households")))
                .findFirst()
                .orElseThrow();
        Explanation explanation = explained(
                list.id(), "villages:\n  - { name: 甲, hardened-road: no }\n  - { name: 乙, households: 31 }\n");
        assertEquals(
                List.of("甲", "乙"),
                explanation.subjects().stream()
                        .map(subject -> subject.subject().zh())
                        .toList());
        assertEquals(
                Arrays.asList(null, true),
                explanation.subjects().stream()
                        .map(subject -> subject.conditions().stream()
                                .filter(c -> c.words().zh().contains("户"))
                                .findFirst()
                                .orElseThrow()
                                .holds())
                        .toList());
    }
}
