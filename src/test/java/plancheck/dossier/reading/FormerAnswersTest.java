package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.rulebook.Change;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** A dossier made for an earlier version of the rule book is read; what is asked otherwise now is told, with where. */
class FormerAnswersTest {
    private static final RuleBook BOOK = Given.BOOK;

    private static DossierReading reading(String rest) {
        String yaml =
                "plancheck: 1\nkind: self-assessment\nid: x\ntitle: x\nplace: \"620821\"\nas-of: 2025-12-31\n" + rest;
        return Given.READER.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Problem> answered(String section, String id, String answer) {
        DossierReading reading = reading(section + ":\n  " + id + ": " + answer + "\n");
        assertNotNull(reading.dossier(), reading.problems().toString());
        return reading.problems();
    }

    @Test
    void every_repealed_provision_is_told_with_what_became_of_it() {
        List<Change> repealed = BOOK.changes().stream()
                .filter(change -> change.kind() == Change.Kind.REPEALED)
                .toList();
        assertTrue(repealed.size() > 100);
        for (Change change : repealed) {
            for (String section : List.of("declarations", "named-projects")) {
                List<Problem> said = answered(section, change.provision(), "{ evidence: [x] }");
                assertEquals(
                        List.of("dossier.answer-of-repealed"),
                        said.stream().map(Problem::code).toList(),
                        change.provision());
                String advice = said.get(0).advice().zh();
                assertTrue(change.now().stream().allMatch(advice::contains), advice);
            }
        }
    }

    @Test
    void what_is_a_duty_now_is_not_answered_by_a_stage_nor_the_other_way_round() {
        assertEquals(
                List.of("dossier.answer-asked-otherwise"),
                answered("named-projects", "PL-3.2-B2-1-a", "completed").stream()
                        .map(Problem::code)
                        .toList());
        assertEquals(
                List.of("dossier.answer-asked-otherwise"),
                answered("declarations", "PL-7.1-B7-3-e", "{ answer: yes, evidence: [x] }").stream()
                        .map(Problem::code)
                        .toList());
    }

    @Test
    void what_is_asked_once_with_another_is_answered_there() {
        Provision shares = BOOK.provisions().stream()
                .filter(provision -> !provision.particulars().sameAs().isEmpty())
                .findFirst()
                .orElseThrow();
        Problem said = answered("declarations", shares.id(), "{ answer: yes, evidence: [x] }")
                .get(0);
        assertEquals("dossier.answer-asked-otherwise", said.code());
        assertTrue(said.advice().zh().contains(shares.particulars().sameAs()), said.toString());
    }

    @Test
    void what_was_never_asked_is_still_refused() {
        DossierReading reading = reading("declarations:\n  PL-99.9-a: { answer: yes }\n");
        assertEquals(
                List.of("dossier.unknown-field"),
                reading.problems().stream().map(Problem::code).toList());
    }
}
