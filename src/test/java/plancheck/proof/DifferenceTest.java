package plancheck.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;

/** What a change of one rule of the shipped rule book does, shown by a dossier that both checks confirm. */
class DifferenceTest {
    private static final RuleBookSources SOURCES = RuleBookSources.read(Path.of("rules"));
    private static final RuleBook BOOK = RuleBooks.of(SOURCES);
    private static final String FILE = "pingliang/3/PL-3.2-B2-2.drl";

    /** The changes found, each confirmed, when this is put for that in the rule of county seats' sewage. */
    private static List<ProvedDifference.Change> changes(String old, String put) {
        String text = Objects.requireNonNull(SOURCES.files().get(FILE));
        assertTrue(text.contains(old), old);
        List<ProvedDifference.Entry> entries =
                ProvedDifference.between(BOOK, RuleBooks.of(SOURCES.with(FILE, text.replace(old, put))));
        entries.forEach(entry -> {
            assertTrue(entry.confirmed(), entry.toString());
            assertTrue(
                    entry.change() == ProvedDifference.Change.SAME
                            || !entry.witnesses().isEmpty(),
                    entry.toString());
        });
        return entries.stream().map(ProvedDifference.Entry::change).toList();
    }

    @Test
    void the_same_rules_differ_nowhere() {
        assertEquals(List.of(), ProvedDifference.between(BOOK, BOOK));
    }

    @Test
    void a_higher_line_is_stricter_and_a_lower_one_looser() {
        assertEquals(List.of(ProvedDifference.Change.STRICTER), changes("\"2025-12-31: 97.5\"", "\"2025-12-31: 98\""));
        assertEquals(List.of(ProvedDifference.Change.LOOSER), changes("\"2025-12-31: 97.5\"", "\"2025-12-31: 97\""));
    }

    @Test
    void an_earlier_day_is_stricter() {
        assertEquals(
                List.of(ProvedDifference.Change.STRICTER), changes("\"2025-12-31: 97.5\"", "\"2024-12-31: 97.5\""));
    }

    @Test
    void a_higher_line_at_a_later_day_is_neither() {
        assertEquals(List.of(ProvedDifference.Change.NEITHER), changes("\"2025-12-31: 97.5\"", "\"2026-12-31: 98\""));
    }

    @Test
    void other_words_for_the_same_are_the_same() {
        assertEquals(
                List.of(ProvedDifference.Change.SAME),
                changes("@atLeast( \"2025-12-31: 97.5\" )", "@atLeast( \"2025-12-31: 97.5, 2026-12-31: 97.5\" )"));
    }
}
