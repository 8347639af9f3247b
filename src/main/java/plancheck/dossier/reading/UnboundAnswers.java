package plancheck.dossier.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.dossier.DossierKind;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.PossibleBindings;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** Notices answers to what nobody asks of the place: under a provision that does not bind it, they decide nothing. */
final class UnboundAnswers {
    private final RuleBook book;
    private final Map<String, List<Provision>> asking = new HashMap<>();
    /** What asks for the stage of a named project, by the id under which it is given. */
    private final Map<String, List<Provision>> works;
    /** By the place's code, since no dossier changes it. */
    private final Map<String, Elsewhere> elsewhere = new ConcurrentHashMap<>();

    /** The ids of the provisions that cannot bind a place, and of the indicators that none but these ask for. */
    private record Elsewhere(Set<String> provisions, Set<String> indicators) {}

    UnboundAnswers(RuleBook book) {
        this.book = book;
        for (Provision provision : book.provisions()) {
            Stream.concat(
                            Stream.ofNullable(provision.indicator()),
                            PossibleBindings.conditions(book, provision).stream())
                    .distinct()
                    .forEach(indicator -> asking.computeIfAbsent(indicator.id(), id -> new ArrayList<>())
                            .add(provision));
        }
        this.works = book.works();
    }

    List<Problem> in(Node root) {
        Node code = root.at("place");
        PlaceName place = code == null ? null : book.places().get(code.textOrEmpty());
        boolean isProject = DossierBinder.text(root, "kind").equals(DossierKind.PROJECT.id());
        return place == null ? List.of() : new Answers(place, isProject).in(root);
    }

    private Elsewhere elsewhere(PlaceName place) {
        Set<String> provisions =
                book.provisions().stream().map(Provision::id).collect(Collectors.toCollection(HashSet::new));
        new PossibleBindings(book, place).selfAssessment().forEach(possible -> provisions.remove(possible.id()));
        Set<String> indicators = asking.entrySet().stream()
                .filter(asked -> asked.getValue().stream().allMatch(provision -> provisions.contains(provision.id())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Elsewhere(provisions, indicators);
    }

    /** Those of one dossier. */
    private final class Answers {
        private final PlaceName place;
        private final Elsewhere elsewhere;
        private final boolean isProject;
        private final List<Problem> notes = new ArrayList<>();

        Answers(PlaceName place, boolean isProject) {
            this.place = place;
            this.elsewhere = UnboundAnswers.this.elsewhere.computeIfAbsent(place.code(), code -> elsewhere(place));
            this.isProject = isProject;
        }

        List<Problem> in(Node root) {
            entries(root, "named-projects").forEach(this::stage);
            if (!isProject) { // a project answers for itself
                entries(root, "declarations").forEach(this::declaration);
            }
            return notes;
        }

        private void stage(String id, Node stage) {
            List<Provision> asking = works.get(id);
            if (asking == null || stage.isEmpty()) {
                return;
            }
            if (isProject) {
                notes.add(Problem.warning(
                        stage.line(),
                        stage.pointer(),
                        Message.of(
                                "dossier.stage-not-for-project", asking.get(0).name()),
                        Message.of("dossier.belongs-in-self-assessment")));
            } else if (asking.stream()
                    .allMatch(provision -> elsewhere.provisions().contains(provision.id()))) {
                note(stage, asking.get(0).name(), asking);
            }
        }

        private void declaration(String id, Node answer) {
            Indicator indicator = book.indicators().get(id);
            if (indicator != null && !answer.isEmpty() && elsewhere.indicators().contains(id)) {
                note(answer, indicator.name(), asking.getOrDefault(id, List.of()));
            }
        }

        private void note(Node node, Phrase name, List<Provision> provisions) {
            notes.add(Problem.warning(
                    node.line(),
                    node.pointer(),
                    Message.of("dossier.answer-not-used", name, place.inWords()),
                    Message.of(
                            "dossier.answer-belongs-elsewhere",
                            provisions.stream().map(Provision::id).toList(),
                            provisions.get(0).scope().words())));
        }
    }

    private static Map<String, Node> entries(Node root, String section) {
        Node entries = root.at(section);
        return entries == null ? Map.of() : entries.entries();
    }
}
