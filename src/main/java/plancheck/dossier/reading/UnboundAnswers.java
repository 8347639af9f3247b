package plancheck.dossier.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Those of one dossier. */
    private final class Answers {
        private final PlaceName place;
        private final PossibleBindings mayBind;
        private final boolean isProject;
        private final List<Problem> notes = new ArrayList<>();

        Answers(PlaceName place, boolean isProject) {
            this.place = place;
            this.mayBind = new PossibleBindings(book, place);
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
            } else if (asking.stream().noneMatch(mayBind::isPossible)) {
                note(stage, asking.get(0).name(), asking);
            }
        }

        private void declaration(String id, Node answer) {
            Indicator indicator = book.indicators().get(id);
            List<Provision> provisions = asking.getOrDefault(id, List.of());
            boolean used = provisions.isEmpty() || provisions.stream().anyMatch(mayBind::isPossible);
            if (indicator != null && !answer.isEmpty() && !used) {
                note(answer, indicator.name(), provisions);
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
