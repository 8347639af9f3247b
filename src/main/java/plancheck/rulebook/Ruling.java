package plancheck.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plancheck.facts.Label;
import plancheck.facts.RelationKind;
import plancheck.facts.Settlement;

/**
 * How a vague word of the plans is read, so that an office may rule otherwise without touching a rule.
 *
 * @param words a regular expression of which a clause must contain a match to rest on the ruling; empty when any may
 * @param anchorWords the same of an anchor, where that is another one
 * @param text the ruling in our own words
 * @param neededWhen the forms of provisions that must cite it; {@code allowedWhen}: of those that may. When both are
 *     empty it goes by its words alone
 * @param reasonWords what a clause must contain for the ruling to be the reason why it has no rule; empty when it may be none
 * @param settles what two provisions are to each other that is settled by it
 * @param parameters its numbers, in percent
 * @param settledBy what settles a provision that cites it, beside the answer asked for (ruling R35); mostly empty
 * @param places codes of places that its words mean, which a provision that cites it may name without the text naming them
 * @param effects what it makes of findings that rest on it; mostly empty
 */
public record Ruling(
        String id,
        String words,
        String anchorWords,
        Label text,
        List<RulingForm.Occasion> neededWhen,
        List<RulingForm.Occasion> allowedWhen,
        Optional<String> reasonWords,
        Set<RelationKind> settles,
        Map<Parameter, BigDecimal> parameters,
        List<Settlement> settledBy,
        Set<Effect> effects,
        List<String> places) {

    /** The numbers that judging takes from rulings. */
    public enum Parameter {
        /** How far below "about N" may lie before it is a plain miss, in percent of N. */
        ABOUT_WITHIN,
        /** How many of a list must be done before "nearly all" is left to a person, in percent of it. */
        NEARLY_ALL_FROM;

        /** As written in {@code rulings.yaml}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a ruling makes of findings that rest on it, beside how it reads words. */
    public enum Effect {
        /** What is due by it and not done is left to a person, unless it is counted, listed or named. */
        LEAVES_UNCOUNTED,
        /** One rate that a city gives for all its county seats shows, below the line, that one of them is below. */
        UNDIVIDED_BELOW,
        /** A change is told by an earlier year's figure, and a dossier without one is told so. */
        EARLIER_YEAR;

        /** As written in {@code rulings.yaml}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One that only says how to read. */
    public Ruling(String id, String words, Label text) {
        this(
                id,
                words,
                words,
                text,
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                List.of(),
                Set.of(),
                List.of());
    }

    /** Whether provisions of this form must cite it, alone or under further conditions. */
    public boolean isNeededBy(RulingForm form) {
        return neededWhen.stream()
                .flatMap(occasion -> occasion.conditions().stream())
                .anyMatch(condition -> condition.form() == form && !condition.negated());
    }
}
