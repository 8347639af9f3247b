package plancheck.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** The cases shown beside a provision are those of the rule book at hand. */
class ProvisionCasesTest {
    private final RuleBook book = RuleBooks.shipped();
    private final Provision provision = book.provisions().get(0);

    @TempDir
    Path directory;

    private List<ProvisionCases.CaseText> given(String text) throws IOException {
        Path file = directory.resolve(provision.file().replace(".drl", ".yaml"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return ProvisionCases.in(directory, book).of(provision);
    }

    @Test
    void the_shipped_rules_have_the_shipped_cases() {
        assertFalse(ProvisionCases.shipped(book).of(provision).isEmpty());
    }

    @Test
    void rules_of_ones_own_have_the_cases_beside_them() throws IOException {
        List<ProvisionCases.CaseText> shown =
                given(provision.id() + ":\n- { name: own, given: { place: city }, expect: { outcome: pass } }\n");
        assertEquals(List.of(new ProvisionCases.CaseText("own", "place: city", "outcome: pass")), shown);
    }

    @Test
    void rules_without_cases_have_none_and_not_somebody_elses() {
        assertEquals(
                List.of(), ProvisionCases.in(directory.resolve("nowhere"), book).of(provision));
    }

    @Test
    void cases_that_cannot_be_read_are_not_shown() throws IOException {
        assertEquals(List.of(), given(provision.id() + ": ["));
    }
}
