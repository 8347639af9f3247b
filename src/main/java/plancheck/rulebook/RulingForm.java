package plancheck.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be told of a provision without understanding its text, by which {@code rulings.yaml} says who must cite a ruling. */
public enum RulingForm {
    AT_LEAST,
    MORE_THAN,
    AT_MOST,
    LESS_THAN,
    ABOUT,
    /** It compares with a figure of its clause, in whichever way. */
    VALUE,
    /** It compares with the plan's own baseline. */
    BASELINE,
    /** A value in each year of a span. */
    YEARLY,
    /** All of a list, of which some may be left. */
    NEARLY_ALL,
    /** A stage of a work. */
    STAGE,
    /** A question left to a person. */
    REVIEW,
    MUST,
    STRIVE,
    ENCOURAGE,
    /** It binds nobody but the province or the city. */
    ROLL_UP,
    /** It binds county seats alone. */
    COUNTY_SEATS,
    /** It may bind the province. */
    PROVINCE,
    PROJECT,
    /** What it is about may be absent from a place. */
    MAY_BE_ABSENT,
    /** It asks that something be done: a duty, or a stage of a work. */
    DOING,
    /** Its clause is an item of a project box. */
    IN_BOX,
    /** It names one work or thing of its own. */
    NAMED,
    /** It binds central urban areas and county seats alike. */
    URBAN_AND_SEATS,
    /** It binds urban areas or county seats, or places that the ruling names. */
    URBAN,
    /** It is judged by the answer to another. */
    SAME_ANSWER,
    /** Its indicator has others that it must not be confused with. */
    LOOK_ALIKES,
    /** It cites more than one clause of its own plan. */
    REPEATED,
    /** It cites a clause of another plan. */
    CITES_OTHER_PLAN,
    /** Another plan asks for the same answer, or for a value of the same indicator from the same subjects. */
    ASKED_BY_OTHER_PLAN,
    /** A date of it is the one that the text names. */
    DUE_BY_TEXT,
    /** A date of it is one that its plan gives what has none, by this ruling. */
    DUE_BY_PLAN,
    /** Something of it is due at no date. */
    STANDING,
    /** The ruling's words stand where the provision may rest on them: in its sentence or a heading above. */
    WORDS,
    /** The ruling's words stand in its anchor, or before it in the same part of the sentence. */
    WORDS_BEFORE,
    /** The ruling's words for anchors, or its words where it has none of these, stand in the anchor. */
    WORDS_IN_ANCHOR,
    /** Nobody cites it: it is about reading or judging. */
    NEVER;

    /** As written in {@code rulings.yaml}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RulingForm> of(String id) {
        return Arrays.stream(values()).filter(form -> form.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(RulingForm::id).toList();
    }

    /** A form that a provision must have, or must not have. */
    public record Condition(RulingForm form, boolean negated) {}

    /** Conditions that must all hold, written {@code value and not repeated}. */
    public record Occasion(List<Condition> conditions) {
        public Occasion {
            conditions = List.copyOf(conditions);
        }
    }
}
