package plancheck.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Relation;
import plancheck.facts.Source;
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import plancheck.report.Finding;
import plancheck.report.Quantifier;
import plancheck.report.keeping.Lexicon;
import plancheck.rulebook.Operator;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** What the findings by a rule book are worded with. */
public final class RuleBookLexicon {
    private RuleBookLexicon() {}

    /** All that findings say of their provisions, and the names and words that fill their steps. */
    public static Lexicon of(RuleBook book) {
        List<Finding.Rule> rules = new ArrayList<>();
        Set<Relation> relations = new LinkedHashSet<>();
        Set<Label> labels = new LinkedHashSet<>();
        for (Provision provision : book.provisions()) {
            rules.add(FindingDraft.rule(provision));
            relations.addAll(provision.relations());
            addWords(provision, labels);
        }
        book.indicators().values().forEach(indicator -> labels.add(indicator.name()));
        book.places().values().forEach(place -> {
            labels.add(place.inWords());
            labels.add(place.townInWords());
        });
        return Lexicon.of(rules, relations, terms(), labels);
    }

    private static void addWords(Provision provision, Collection<Label> labels) {
        labels.add(provision.name());
        labels.add(provision.scope().words());
        provision.scope().conditions().forEach(condition -> {
            labels.add(condition.words());
            labels.add(condition.attributeName());
            labels.addAll(condition.labels().values());
        });
        provision.criterion().leftToPerson().ifPresent(labels::add);
    }

    private static List<Term> terms() {
        return Stream.<Term[]>of(
                        Unit.values(),
                        Stage.values(),
                        Level.values(),
                        Source.values(),
                        Operator.values(),
                        Quantifier.values())
                .flatMap(Stream::of)
                .toList();
    }
}
