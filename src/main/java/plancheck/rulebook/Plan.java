package plancheck.rulebook;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.plan.store.KnownPlan;
import plancheck.plan.text.Numbering;

/**
 * One official document and the register of its clauses.
 *
 * @param prefix how the ids of its provisions begin, for example {@code PL}
 * @param number document number, empty when the text bears none
 * @param issued day of issue, from which standing duties hold; null when the text does not say
 * @param place code of the place whose plan it is
 * @param above id of the plan it is subordinate to; empty for the uppermost
 * @param numbering how its text numbers its units
 */
public record Plan(
        String id,
        String prefix,
        String title,
        String titleEn,
        String number,
        @Nullable LocalDate issued,
        String place,
        String above,
        Period period,
        Numbering numbering,
        List<Baseline> baselines,
        List<ClauseEntry> clauses,
        List<Sentence> sentences,
        List<Tension> tensions) {

    /** The title in both languages. */
    public Label name() {
        return new Label(title, titleEn);
    }

    /** The day from which its standing duties hold (ruling R12): that of its issue, else the first of its first year. */
    public LocalDate inForceFrom() {
        return issued == null ? LocalDate.of(period.first(), 1, 1) : issued;
    }

    /** The first year in which it is in force from beginning to end; yearly floors and flows count from it (R7, R8). */
    public int firstCompleteYear() {
        LocalDate from = inForceFrom();
        return from.getDayOfYear() == 1 ? from.getYear() : from.getYear() + 1;
    }

    /** By what its text is recognised. */
    KnownPlan known() {
        Map<String, String> headings = new LinkedHashMap<>();
        clauses.stream()
                .filter(clause -> !clause.heading().isEmpty())
                .forEach(clause -> headings.put(clause.path(), clause.heading()));
        return new KnownPlan(id, name(), numbering, headings);
    }

    /**
     * The years it is made for.
     *
     * @param base the year before the first, from whose figures progress is measured
     * @param horizon the last
     * @param undated by when that is due which has no date in the text, the more particular first
     */
    public record Period(int base, int horizon, List<DefaultDue> undated) {
        public int first() {
            return base + 1;
        }
    }

    /**
     * By when something without a date is due, and by which ruling.
     *
     * @param words a regular expression that its sentence must contain; empty for all others
     * @param year at whose end it is due
     */
    public record DefaultDue(String words, int year, String ruling) {}

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
    public record ClauseEntry(String path, String heading, String fingerprint, String cover, String why) {}
}
