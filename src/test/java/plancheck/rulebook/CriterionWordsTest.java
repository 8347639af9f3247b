package plancheck.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import plancheck.rulebook.reading.RuleBooks;

/** What provisions ask, in words. */
class CriterionWordsTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}|[，。；：（）]");
    private static final RuleBook BOOK = RuleBooks.shipped();

    @Test
    void a_requirement_is_said_in_both_languages() {
        Provision provision = BOOK.provision("PL-3.2-B2-2-g").orElseThrow();
        assertEquals("不低于97.5%（2025年12月31日前）", CriterionWords.of(provision));
        assertEquals(
                "at least 97.5% (by 2025-12-31)",
                CriterionWords.inWords(provision).en());
    }

    @Test
    void the_english_of_every_provision_is_english() {
        List<String> chinese = BOOK.provisions().stream()
                .filter(p -> CHINESE.matcher(CriterionWords.inWords(p).en()).find())
                .map(p -> p.id() + " " + CriterionWords.inWords(p).en())
                .toList();
        assertEquals(List.of(), chinese);
    }
}
