package plancheck.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** The shipped rule book, asked of the solver. */
class ShippedProofTest {
    private static final RuleBook BOOK = RuleBooks.shipped();

    @Test
    void every_provision_can_be_kept_and_missed_and_no_place_is_asked_what_cannot_be_kept_together() {
        Proof proof = Prover.of(BOOK);
        System.out.println(proof.questions() + " questions in " + proof.cpu().toMillis() + " ms, " + proof.confirmed()
                + " dossiers confirmed");
        assertEquals(List.of(), proof.violations());
        assertEquals(
                BOOK.provisions().size(), proof.encoded() + proof.notEncoded().size());
        assertEquals(
                BOOK.provisions().stream()
                        .filter(p -> p.criterion().leftToPerson().isPresent())
                        .map(Provision::id)
                        .toList(),
                proof.notEncoded(),
                "only what a person decides is not put to the solver");
        assertTrue(proof.confirmed() >= 2 * proof.encoded(), "the check said the same of a pass and of a miss of each");
    }
}
