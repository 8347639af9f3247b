package plancheck.dossier.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.Change;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.RuleBook;

/**
 * Answers under a provision that was asked so by an earlier version of the rule book: it is repealed, or asked as something else, or
 * with another one. They are told of with where to answer now, and not used; a dossier is not refused for them.
 */
final class FormerAnswers {
    private static final String DECLARATIONS = "declarations";
    private static final String STAGES = "named-projects";

    private final RuleBook book;
    private final Map<String, Change> repealed;
    private final Set<String> declared;
    private final Set<String> works;

    FormerAnswers(RuleBook book) {
        this.book = book;
        this.repealed = book.changes().stream()
                .filter(change -> change.kind() == Change.Kind.REPEALED)
                .collect(Collectors.toMap(Change::provision, Function.identity(), (one, other) -> other));
        this.declared = book.indicators().values().stream()
                .filter(indicator -> indicator.type() == Indicator.Type.DECLARATION)
                .map(Indicator::id)
                .collect(Collectors.toSet());
        this.works = book.works().keySet();
    }

    /** The dossier without them. */
    Node without(Node root, Problems problems) {
        if (root.form() != Node.Form.MAPPING) {
            return root;
        }
        Map<String, Node> fields = new LinkedHashMap<>(root.entries());
        for (String section : List.of(DECLARATIONS, STAGES)) {
            fields.computeIfPresent(section, (key, node) -> section(key, node, problems));
        }
        return Node.mapping(fields, root.line(), root.where());
    }

    private Node section(String section, Node node, Problems problems) {
        Set<String> known = section.equals(DECLARATIONS) ? declared : works;
        Map<String, Node> left = new LinkedHashMap<>();
        node.entries().forEach((id, answer) -> {
            Optional<Message> advice = known.contains(id) ? Optional.empty() : advice(section, id);
            if (advice.isEmpty()) {
                left.put(id, answer);
            } else if (!answer.isEmpty()) {
                Message said = repealed.containsKey(id)
                        ? Message.of(
                                "dossier.answer-of-repealed",
                                id,
                                repealed.get(id).what())
                        : Message.of("dossier.answer-asked-otherwise", id, name(id));
                problems.add(Problem.warning(answer.line(), answer.pointer(), said, advice.get()));
            }
        });
        return left.size() == node.entries().size() ? node : Node.mapping(left, node.line(), node.where());
    }

    private Label name(String id) {
        return book.provision(id).map(provision -> provision.name()).orElse(Label.of(id));
    }

    /** Where to answer it now; empty when it was never asked. */
    private Optional<Message> advice(String section, String id) {
        Change change = repealed.get(id);
        if (change != null) {
            return Optional.of(
                    change.now().isEmpty()
                            ? Message.of("dossier.delete-it")
                            : Message.of("dossier.answer-under", String.join("、", change.now())));
        }
        return book.provision(id)
                .map(provision -> book.answerId(id).equals(id)
                        ? Message.of(
                                "dossier.answer-in",
                                section.equals(STAGES) && declared.contains(id) ? DECLARATIONS : STAGES)
                        : Message.of("dossier.answer-under", book.answerId(id)))
                .filter(moved -> declared.contains(id)
                        || works.contains(id)
                        || !book.answerId(id).equals(id));
    }
}
