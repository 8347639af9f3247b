package plancheck.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.rulebook.Bureau;

/**
 * What one bureau is asked of a dossier, and what of the dossier it is shown.
 *
 * @param asked its part alone
 * @param shown fields of a form: the head, and what the dossier answered of the part when the collection was opened
 */
public record BureauPart(Bureau bureau, Questionnaire asked, Map<String, List<String>> shown) {

    static BureauPart of(Bureau bureau, Questionnaire asked, Map<String, List<String>> dossier) {
        Map<String, List<String>> shown = new LinkedHashMap<>(dossier);
        shown.keySet().removeIf(asked.fields().negate());
        shown.remove("/note"); // about the dossier as a whole, and between the county and its reviewers
        return new BureauPart(bureau, asked, shown);
    }

    /** How many things it is asked, each list as one. */
    public int size() {
        return asked.size() + asked.absences().size();
    }

    /** How many of them are answered by these fields. */
    public int answered(Map<String, List<String>> fields) {
        Set<String> filled = fields.entrySet().stream()
                .filter(field -> field.getValue().stream().anyMatch(value -> !value.isBlank()))
                .map(field -> field.getKey().split("/", 4))
                .filter(steps -> steps.length > 2)
                .flatMap(steps -> Stream.of("/" + steps[1], "/" + steps[1] + "/" + steps[2]))
                .collect(Collectors.toSet());
        long questions = Stream.of(asked.figures(), asked.absences(), asked.declarations(), asked.stages())
                .flatMap(List::stream)
                .filter(question -> question.all().map(Question::pointer).anyMatch(filled::contains))
                .count();
        long lists = asked.lists().stream()
                .filter(list -> filled.contains(list.pointer())
                        || list.totals().stream().map(Question::pointer).anyMatch(filled::contains))
                .count();
        return (int) (questions + lists);
    }

    /** The head as it was when the collection was opened, which no part may change. */
    public Map<String, List<String>> head() {
        Map<String, List<String>> head = new LinkedHashMap<>(shown);
        head.keySet().removeIf(field -> field.lastIndexOf('/') > 0);
        return head;
    }

    /** How many fields answer something that the bureau is not asked, and not as it was shown. */
    long outside(Map<String, List<String>> fields) {
        return fields.keySet().stream().filter(asked.fields().negate()).count();
    }
}
