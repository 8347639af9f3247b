package plancheck.rulebook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Relation;

/**
 * One thing a clause asks for, as its rule's head states it.
 *
 * @param id for example {@code PL-3.2-B2-2-g}
 * @param plan id of its plan
 * @param indicator what is measured; null for a named project's stage and for a question to a person
 * @param total for a list: the indicator that says how many bound items there are; null for other subjects
 * @param reviewWithout indicators whose absence leaves the matter to a person instead of to the county (rulings R19,
 *     R29); mostly empty
 * @param citations its clause first, then those that repeat it
 * @param relations how other provisions bear on it
 * @param remedy what to do on a miss, with placeholders; empty for the usual wording
 * @param particulars what it says beside what it asks
 * @param written where and how its rule is written
 */
public record Provision(
        String id,
        String title,
        String titleEn,
        String plan,
        Force force,
        Scope scope,
        Criterion criterion,
        @Nullable Indicator indicator,
        @Nullable Indicator total,
        List<String> reviewWithout,
        List<Citation> citations,
        List<String> rulings,
        List<Relation> relations,
        String remedy,
        Particulars particulars,
        Written written) {

    /**
     * What a provision says beside what it asks.
     *
     * @param feature id of what may be absent from a place, and with it the provision (ruling R37); empty when it binds everywhere
     * @param named the words of the anchor that name one work or thing of its own; empty when they name a kind
     * @param sameAs id of the provision under which the answer is given (ruling R43); empty when under its own
     */
    public record Particulars(String feature, String named, String sameAs) {
        public static final Particulars NONE = new Particulars("", "", "");
    }

    /**
     * Its rule as it is written.
     *
     * @param file path of the rule file below the rules' directory, with its line
     * @param head the annotations by name
     */
    public record Written(String file, int line, String source, Map<String, RawAnnotation> head) {}

    /** An annotation's value before anything in it is understood, and its line. */
    public record RawAnnotation(String value, int line) {}

    /** The name of its rule in Drools. */
    public String ruleName() {
        return id;
    }

    public String file() {
        return written.file();
    }

    public int line() {
        return written.line();
    }

    /** The rule as written. */
    public String source() {
        return written.source();
    }

    /** The annotations of its rule by name, as they are written there. */
    public Map<String, RawAnnotation> head() {
        return written.head();
    }

    public String feature() {
        return particulars.feature();
    }

    /** The id under which a dossier says how far the work is. */
    public String stageId() {
        return particulars.sameAs().isEmpty() ? id : particulars.sameAs();
    }

    /** The same provision judged by what another is judged by. */
    public Provision askedAs(Indicator other) {
        return with(scope, criterion, other, relations);
    }

    /** The same provision binding others or asking something else; for tests that change one step of it. */
    public Provision with(Scope others, Criterion other) {
        return with(others, other, indicator, relations);
    }

    /** The same provision with what other provisions are to it. */
    Provision with(List<Relation> found) {
        return with(scope, criterion, indicator, found);
    }

    private Provision with(Scope others, Criterion other, @Nullable Indicator by, List<Relation> found) {
        return new Provision(
                id,
                title,
                titleEn,
                plan,
                force,
                others,
                other,
                by,
                total,
                reviewWithout,
                citations,
                rulings,
                found,
                remedy,
                particulars,
                written);
    }

    public boolean isList() {
        return scope.of() == Scope.Sort.ITEM;
    }

    public Label name() {
        return new Label(title, titleEn);
    }

    /**
     * The indicator it is judged by.
     *
     * @throws IllegalStateException for a kind of requirement that has none, which the reader never lets through
     */
    public Indicator measuredIndicator() {
        if (indicator == null) {
            throw new IllegalStateException(id + " has no indicator");
        }
        return indicator;
    }

    /**
     * The indicator that says how many bound items there are.
     *
     * @throws IllegalStateException when it is no list
     */
    public Indicator totalIndicator() {
        if (total == null) {
            throw new IllegalStateException(id + " has no total");
        }
        return total;
    }

    /** One word for the kind of requirement, as in {@code rules list}. */
    public String kind() {
        return isList() ? "list" : criterion.kind();
    }
}
