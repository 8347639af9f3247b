package plancheck.dossier.asking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plancheck.rulebook.Plan;

/**
 * The questions that one chapter of a plan asks first.
 *
 * @param number as the plan has it, for example {@code 七}
 * @param heading as the plan has it; empty when its register names none
 */
public record Chapter(Plan plan, String number, String heading, List<Question> questions) {

    public Chapter {
        questions = List.copyOf(questions);
    }

    /** The questions by chapter, plan after plan; those nobody asks are in none. */
    static List<Chapter> of(List<Plan> plans, List<Question> questions) {
        List<Chapter> chapters = new ArrayList<>();
        for (Plan plan : plans) {
            Map<String, List<Question>> byNumber = new LinkedHashMap<>();
            for (Question question : questions) {
                if (!question.asks().isEmpty()
                        && question.asks().get(0).provision().plan().equals(plan.id())) {
                    byNumber.computeIfAbsent(number(question), number -> new ArrayList<>())
                            .add(question);
                }
            }
            byNumber.forEach((number, asked) -> chapters.add(new Chapter(plan, number, heading(plan, number), asked)));
        }
        return chapters;
    }

    private static String number(Question question) {
        return question.asks().get(0).clause().split("/", 2)[0];
    }

    private static String heading(Plan plan, String number) {
        return plan.clauses().stream()
                .filter(clause -> clause.path().equals(number))
                .map(Plan.ClauseEntry::heading)
                .findFirst()
                .orElse("");
    }
}
