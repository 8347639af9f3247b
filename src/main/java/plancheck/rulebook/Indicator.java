package plancheck.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Term;
import plancheck.facts.Unit;

/**
 * What can be given in a dossier, named once: below {@code indicators/}, or by the one provision that asks for it. The reader, the JSON Schema, the
 * template and the units in reports follow from it.
 *
 * @param of levels of places, kinds of items, or {@code project}
 * @param unit null for anything but numbers, and for pure numbers
 * @param min smallest possible value, null when there is none; {@code max} likewise
 * @param choices id to what it is called, for {@link Type#CHOICE}
 * @param sums whether the counties' values add up to the city's
 * @param workedOut how it follows from other indicators, null when it does not
 * @param cumulativeSince first year counted by a cumulative amount, null for other figures
 * @param alsoCalled other names under which it is published, such as 城镇化率; of no other indicator
 * @param notToBeConfusedWith ids of look-alikes (ruling R18)
 * @param help what counts and what does not; may be empty
 * @param parts what a declared duty consists of; empty for what is answered as a whole
 * @param bearing what it is to others by its definition; {@link IndicatorRelation} has it with all else that follows
 */
public record Indicator(
        String id,
        String label,
        String en,
        List<String> of,
        Type type,
        @Nullable Unit unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        Map<String, Label> choices,
        boolean sums,
        @Nullable Derivation workedOut,
        @Nullable Integer cumulativeSince,
        List<String> alsoCalled,
        List<String> notToBeConfusedWith,
        Label help,
        List<Part> parts,
        Bearing bearing) {

    /**
     * What its values are to those of others, by what both are.
     *
     * @param partOf never more than each of these, of one subject and year
     * @param sumOf as much as these together
     * @param neverFalls whether a later year's is never less than an earlier one's
     * @param implies answers that are yes where this one is
     * @param higherClass what counts the next higher class of the same, whose surplus counts here (ruling R41); null when there is none
     */
    public record Bearing(
            List<String> partOf,
            List<String> sumOf,
            boolean neverFalls,
            List<String> implies,
            @Nullable String higherClass) {
        public static final Bearing NONE = new Bearing(List.of(), List.of(), false, List.of(), null);
    }

    /** What a value of the indicator is. */
    public enum Type {
        NUMBER,
        YES_NO,
        /** A statement of the county that counts only with evidence. */
        DECLARATION,
        CHOICE,
        TEXT
    }

    /**
     * {@code ratio}: first ÷ second × times; {@code difference}: first − second. Both of the same year.
     */
    public record Derivation(boolean ratio, String first, String second, BigDecimal times) {}

    /** What a duty is declared by that no other provision asks for; it bears the provision's own id and title. */
    public static Indicator declaration(String provision, String title, String en, List<String> of, List<Part> parts) {
        return new Indicator(
                provision,
                title,
                en,
                of,
                Type.DECLARATION,
                null,
                null,
                null,
                Map.of(),
                false,
                null,
                null,
                List.of(),
                List.of(),
                Label.of(""),
                parts,
                Bearing.NONE);
    }

    /** The same, to be given by these: levels of places, kinds of items, or {@code project}. */
    public Indicator of(List<String> others) {
        return new Indicator(
                id,
                label,
                en,
                List.copyOf(others),
                type,
                unit,
                min,
                max,
                choices,
                sums,
                workedOut,
                cumulativeSince,
                alsoCalled,
                notToBeConfusedWith,
                help,
                parts,
                bearing);
    }

    /** Whether an officer would know the value itself; a difference is always worked out from its parts. */
    public boolean isGivenDirectly() {
        return workedOut == null || workedOut.ratio();
    }

    /** Whether it is a figure of a place, not of items or projects alone. */
    public boolean isOfPlace() {
        return of.stream().anyMatch(level -> Term.find(Level.class, level).isPresent());
    }

    public boolean isAnswer() {
        return type == Type.YES_NO || type == Type.DECLARATION;
    }

    public Label name() {
        return new Label(label, en);
    }

    /** The unit for a sentence of a report; an empty one for pure numbers. */
    public Object unitInWords() {
        return unit == null ? "" : unit;
    }

    public String unitSymbol() {
        return unit == null ? "" : unit.symbol();
    }
}
