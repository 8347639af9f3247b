package plancheck.plan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.plan.store.PlanStore;
import plancheck.rulebook.reading.RuleBooks;

/** Cited clauses from the texts that were given. */
class QuotationTest {
    /** Made up. */
    private static final String TEXT = """
            一、修路
            1.村路。到2025年，硬化率达到97.5%，惠及各村。
            """;

    @TempDir
    Path home;

    private PlanStore store;

    @BeforeEach
    void given() throws IOException {
        Files.createDirectories(home.resolve("plans"));
        Files.writeString(home.resolve("plans").resolve("made-up.txt"), TEXT);
        store = new PlanStore(home, RuleBooks.shipped().knownPlans());
    }

    private static Citation cited(String plan, String clause, String anchor) {
        return new Citation(plan, Label.of("虚构规划"), "", clause, anchor);
    }

    @Test
    void the_cited_words_are_told_apart_with_their_percent_sign() {
        Optional<Quotation> quoted = store.quoted(cited("made-up", "一/1", "硬化率达到97.5%"));
        assertEquals(Optional.of(new Quotation("1.村路。到2025年，", "硬化率达到97.5%", "，惠及各村。")), quoted);
    }

    @Test
    void in_full_they_stand_between_brackets() {
        assertEquals(
                Optional.of("1.村路。到2025年，【硬化率达到97.5%】，惠及各村。"),
                store.quoted(cited("made-up", "一/1", "硬化率达到97.5%")).map(Quotation::marked));
    }

    @Test
    void words_that_are_not_there_leave_the_clause_unmarked() {
        Citation citation = cited("made-up", "一/1", "硬化率达到98%");
        assertEquals(Optional.of(new Quotation("1.村路。到2025年，硬化率达到97.5%，惠及各村。", "", "")), store.quoted(citation));
        assertEquals(
                Optional.of("1.村路。到2025年，硬化率达到97.5%，惠及各村。"),
                store.quoted(citation).map(Quotation::marked));
    }

    @Test
    void no_text_and_no_clause_give_nothing() {
        assertEquals(Optional.empty(), store.quoted(cited("other", "一/1", "村路")));
        assertEquals(Optional.empty(), store.quoted(cited("made-up", "九/9", "村路")));
    }
}
