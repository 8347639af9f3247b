package plancheck.rulebook;

import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence, or a whole clause, of a plan that sets a direction and no criterion, so that nothing is judged by it.
 *
 * @param clause path of the clause
 * @param words its first words, or the clause's heading; may be empty
 * @param why there is no criterion
 */
public record Direction(Plan plan, String clause, String words, String why) {

    /** Those of a plan, in the order of its register. */
    public static List<Direction> of(Plan plan) {
        return plan.clauses().stream()
                .flatMap(entry -> Stream.concat(
                        isDirection(entry.cover()) && !isHeading(entry)
                                ? Stream.of(new Direction(plan, entry.path(), entry.heading(), entry.why()))
                                : Stream.empty(),
                        plan.sentences().stream()
                                .filter(sentence ->
                                        sentence.path().equals(entry.path()) && isDirection(sentence.cover()))
                                .map(sentence ->
                                        new Direction(plan, sentence.path(), sentence.anchor(), sentence.why()))))
                .toList();
    }

    /** Whether it says nothing itself, as the register has it: a title, or a sentence that leads over to what is below. */
    private static boolean isHeading(Plan.ClauseEntry entry) {
        return entry.why().contains("标题") || entry.why().contains("总领");
    }

    private static boolean isDirection(String cover) {
        return cover.equals("direction");
    }
}
