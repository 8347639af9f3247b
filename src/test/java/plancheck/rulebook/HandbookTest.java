package plancheck.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandbookTest {
    private final RuleBook book = RuleBooks.of(RuleBookSources.read(Path.of("rules")));

    @Test
    @DisplayName("src/docs/provisions.md says what the rules say")
    void isFresh() throws IOException {
        Path file = Path.of("src/docs/provisions.md");
        if (Boolean.getBoolean("approve")) {
            Files.writeString(file, Handbook.of(book));
        }
        assertEquals(
                Handbook.of(book),
                Files.readString(file),
                () -> file + " is stale; write it anew with: plancheck rules doc --rules rules");
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
