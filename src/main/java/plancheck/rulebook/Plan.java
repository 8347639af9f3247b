package plancheck.rulebook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;

/**
 * One official document and the register of its clauses.
 *
 * @param prefix how the ids of its provisions begin, for example {@code PL}
 * @param number document number, empty when the text bears none
 * @param issued day of issue, from which standing duties hold (ruling R12); null when the text does not say
 */
public record Plan(
        String id,
        String prefix,
        String title,
        String titleEn,
        String number,
        @Nullable LocalDate issued,
        List<Baseline> baselines,
        List<Entry> clauses,
        List<Sentence> sentences,
        List<Tension> tensions) {

    /** The title in both languages. */
    public Label name() {
        return new Label(title, titleEn);
    }

    /**
     * Provisions that pull in different directions, which no comparison of figures could find.
     *
     * @param one ids of the provisions on one side; {@code other} on the other
     * @param note what to do where both hold
     * @param ruling the ruling that settles it
     */
    public record Tension(List<String> one, List<String> other, Label note, String ruling) {}

    /**
     * A sentence without a rule, in a clause that has rules.
     *
     * @param anchor its first words
     * @param cover {@code direction}, {@code baseline} or {@code repeat}
     */
    public record Sentence(String path, String anchor, String cover, String why) {}

    /**
     * One clause of the register.
     *
     * @param path for example {@code 三/（二）/专栏2/2}
     * @param fingerprint of the clause's text when the rules were written
     * @param cover {@code direction}, {@code baseline}, {@code repeat}, or empty when rules say it all
     * @param why why it has no rule of its own; empty when it has
     */
    public record Entry(String path, String heading, String fingerprint, String cover, String why) {}
}
