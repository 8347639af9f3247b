package plancheck.web.project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Term;
import plancheck.facts.WorkStandard;
import plancheck.match.PlannedPlaces;
import plancheck.match.WorkMatch;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.RuleBook;

/**
 * A work of the plans that a project may be, with all that a person needs to say whether it is.
 *
 * @param places where it lies
 * @param citation where it is named
 * @param promises what the plan says of it: its class, how much, and what by when
 */
record PossibleWork(WorkMatch match, List<Label> places, Citation citation, List<Phrase> promises) {

    static PossibleWork of(WorkMatch match, RuleBook book, PlannedPlaces places) {
        return new PossibleWork(
                match, places.inWords(match.work()), book.citation(match.work()), promises(match.work(), book));
    }

    private static List<Phrase> promises(PlannedWork work, RuleBook book) {
        List<Phrase> promises = new ArrayList<>();
        for (Map.Entry<String, String> said : work.standard().entrySet()) {
            promises.add(Term.find(WorkStandard.class, said.getKey())
                    .<Phrase>map(standard ->
                            Message.of("web.work-of-class", standard.inWords(), standard.inWords(said.getValue())))
                    .orElseGet(() -> Label.of(said.getValue())));
        }
        PlannedWork.Quantity counted = work.quantity();
        if (counted != null) {
            BigDecimal value = counted.value();
            promises.add(Message.of("web.work-counted", value, counted.unit()));
        }
        work.askedBy().stream()
                .flatMap(id -> book.provision(id).stream())
                .forEach(provision -> promises.add(Message.of(
                        "web.work-asked", provision.name(), CriterionWords.inWords(provision), provision.id())));
        return promises;
    }

    public String id() {
        return match.work().id();
    }

    public Label name() {
        return match.work().name();
    }
}
