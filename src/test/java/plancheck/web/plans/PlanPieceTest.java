package plancheck.web.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plancheck.plan.text.Clause.Span;

/** Marks in a text: [marked] with how many spans end there. */
class PlanPieceTest {

    @Test
    void a_text_without_marks_is_one_piece_and_an_empty_one_none() {
        assertEquals("甲乙丙", shown("甲乙丙"));
        assertEquals("", shown(""));
    }

    @Test
    void marks_at_either_end_leave_no_empty_pieces() {
        assertEquals("[甲]1乙[丙]1", shown("甲乙丙", new Span(0, 1), new Span(2, 3)));
        assertEquals("[甲乙丙]1", shown("甲乙丙", new Span(0, 3)));
    }

    @Test
    void marks_that_overlap_end_each_in_its_own_place() {
        assertEquals("[甲][乙]1[丙]1丁", shown("甲乙丙丁", new Span(0, 2), new Span(1, 3)));
    }

    @Test
    void the_same_words_marked_twice_are_marked_once_for_both() {
        assertEquals("甲[乙]2丙", shown("甲乙丙", new Span(1, 2), new Span(1, 2)));
    }

    private static String shown(String text, Span... spans) {
        return PlanPiece.of(text, List.of(spans)).stream()
                .map(piece -> (piece.marked() ? "[" + piece.text() + "]" : piece.text())
                        + (piece.ending().isEmpty() ? "" : piece.ending().size()))
                .collect(Collectors.joining());
    }
}
