package plancheck.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plancheck.Approved.assertApproved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plancheck.Approved;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;

@Tag(Approved.TAG)
class HandbookTest {
    private final RuleBook book = RuleBooks.of(RuleBookSources.read(Path.of("rules")));

    @Test
    @DisplayName("src/docs/provisions.md says what the rules say")
    void isFresh() throws IOException {
        Path file = Path.of("src/docs/provisions.md");
        assertApproved(file, Handbook.of(book));
    }

    @Test
    @DisplayName("README.md counts what the rules are")
    void countsAreFresh() throws IOException {
        Path file = Path.of("README.md");
        String counts =
                "All %d clause units of both plans are accounted for: %d provisions (%d of Pingliang, %d of Gansu), %d baseline figures,"
                        .formatted(
                                sum(plan -> plan.clauses().size()),
                                book.provisions().size(),
                                provisions("pingliang"),
                                provisions("gansu"),
                                sum(plan -> plan.baselines().size()));
        String text = Files.readString(file);
        Matcher written = Pattern.compile("(?m)^All \\d+ clause units .*? baseline figures,")
                .matcher(text);
        assertTrue(written.find(), "README.md counts the clauses");
        assertApproved(file, text.substring(0, written.start()) + counts + text.substring(written.end()));
    }

    private int sum(ToIntFunction<Plan> number) {
        return book.plans().values().stream().mapToInt(number).sum();
    }

    private long provisions(String plan) {
        return book.provisions().stream().filter(p -> p.plan().equals(plan)).count();
    }

    @Test
    @DisplayName("every provision has one row, and every ruling")
    void isWhole() {
        String text = Handbook.of(book);
        for (Provision provision : book.provisions()) {
            assertEquals(1, rows(text, provision.id()), provision.id());
        }
        book.rulings().keySet().forEach(ruling -> assertEquals(1, rows(text, ruling), ruling));
        assertTrue(text.lines().filter(line -> line.startsWith("|")).allMatch(line -> line.endsWith("|")));
    }

    private static long rows(String text, String first) {
        return Pattern.compile("(?m)^\\| " + Pattern.quote(first) + " \\|")
                .matcher(text)
                .results()
                .count();
    }
}
