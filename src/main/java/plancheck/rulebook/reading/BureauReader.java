package plancheck.rulebook.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.Bureau;
import plancheck.rulebook.RuleBookProblem;
import tools.jackson.databind.JsonNode;

/** Reads {@code bureaus.yaml}: who usually answers what. */
final class BureauReader {
    static final String FILE = "bureaus.yaml";

    private final List<RuleBookProblem> problems;

    BureauReader(List<RuleBookProblem> problems) {
        this.problems = problems;
    }

    /** In the order of the file; none where there is no such file. */
    List<Bureau> read(JsonNode node) {
        List<Bureau> bureaus = new ArrayList<>();
        JsonNode answers = node.path("answers");
        node.path("bureaus").properties().forEach(entry -> {
            Set<String> ids = new LinkedHashSet<>();
            answers.path(entry.getKey()).forEach(id -> ids.add(id.asString("")));
            JsonNode words = entry.getValue();
            bureaus.add(new Bureau(
                    entry.getKey(),
                    new Label(words.path("name").asString(""), words.path("en").asString("")),
                    ids));
        });
        answers.propertyNames().stream()
                .filter(id -> !node.path("bureaus").has(id))
                .forEach(id -> problem(Message.of("rulebook.no-such-bureau", id)));
        return List.copyOf(bureaus);
    }

    /** That nothing is two bureaus' to answer. What is asked nowhere in a part of the rules may be so in the whole. */
    void check(List<Bureau> bureaus) {
        Map<String, String> answeredBy = new HashMap<>();
        for (Bureau bureau : bureaus) {
            for (String id : bureau.answers()) {
                String before = answeredBy.putIfAbsent(id, bureau.id());
                if (before != null) {
                    problem(Message.of("rulebook.two-bureaus-answer", id, before, bureau.id()));
                }
            }
        }
    }

    private void problem(Message message) {
        problems.add(new RuleBookProblem(FILE, 0, message, Message.of("rulebook.put-bureaus-right")));
    }
}
