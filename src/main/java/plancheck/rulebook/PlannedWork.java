package plancheck.rulebook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.WorkNature;
import plancheck.facts.WorkStandard;

/**
 * A work that a plan names or counts, or a kind of works that it calls for without a name: what a project may rest on.
 *
 * @param id of the clause, with {@code w} and a number, or {@code k} for a kind
 * @param plan the plan's id
 * @param otherNames by which it goes elsewhere; empty for a kind
 * @param places codes of where it lies, as far as the text says; empty where what asks for it says so
 * @param sector one of the rule book's sectors
 * @param standard what the text says of its class and size, by {@link #STANDARDS}
 * @param quantity how many or how much the text counts; null where it does not
 * @param countedBy words by which a part of what the text counts is known; empty where it counts nothing
 * @param isBuilt whether the text tells of it as finished when the plan was made
 * @param clause where it is named; empty where the first of {@code askedBy} has its clause and anchor
 * @param askedBy ids of the provisions that ask for its stage, its count or its keeping
 * @param same ids of provisions of other plans that ask for this work too
 * @param partOf id of the whole; empty for a work of its own
 * @param words by which a project of a kind is known; empty for a work
 */
public record PlannedWork(
        String id,
        String plan,
        Label name,
        List<String> otherNames,
        List<String> places,
        String sector,
        WorkNature nature,
        Map<String, String> standard,
        @Nullable Quantity quantity,
        List<String> countedBy,
        boolean isBuilt,
        String clause,
        String anchor,
        List<String> askedBy,
        List<String> same,
        String partOf,
        List<String> words) {

    /** What else the text says of its class, in a word or two. */
    public static final String NOTE = "note";

    /** What may be said of a work's standard. */
    public static final List<String> STANDARDS = Stream.concat(
                    Arrays.stream(WorkStandard.values()).map(WorkStandard::id), Stream.of(NOTE))
            .toList();

    /** @param unit as the text writes it */
    public record Quantity(BigDecimal value, String unit) {}

    /** Whether it is called for without a name. */
    public boolean isKind() {
        return !words.isEmpty();
    }
}
