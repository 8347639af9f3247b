package plancheck.report.keeping;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.RelationKind;
import plancheck.facts.Settlement;
import plancheck.facts.Source;
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import plancheck.report.Basis;
import plancheck.report.Outcome;
import plancheck.report.Quantifier;
import plancheck.report.Standing;
import plancheck.report.Verdict;

/** The vocabularies whose terms a stored report gives back as themselves, by the names they have there. */
final class Vocabularies {
    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(Unit.class, "unit"),
            Map.entry(Stage.class, "stage"),
            Map.entry(Level.class, "level"),
            Map.entry(Source.class, "source"),
            Map.entry(Force.class, "force"),
            Map.entry(Basis.class, "basis"),
            Map.entry(Outcome.class, "outcome"),
            Map.entry(Verdict.class, "verdict"),
            Map.entry(RelationKind.class, "relation"),
            Map.entry(Quantifier.class, "quantifier"),
            Map.entry(Standing.class, "standing"),
            Map.entry(Settlement.class, "settlement"));

    private static final Map<String, Map<String, Term>> TERMS = NAMES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, vocabulary -> terms(vocabulary.getKey())));

    private Vocabularies() {}

    /** The name of the vocabulary that the term belongs to; empty when it is none of these. */
    static String name(Term term) {
        return NAMES.getOrDefault(term.getClass(), "");
    }

    /** The term, or one with the same id and words where the vocabulary is another's or has it no longer. */
    static Term term(String vocabulary, String id, Label words) {
        Term known = TERMS.getOrDefault(vocabulary, Map.of()).get(id);
        return known == null ? new StoredTerm(id, words) : known;
    }

    private static Map<String, Term> terms(Class<?> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .map(Term.class::cast)
                .collect(Collectors.toUnmodifiableMap(Term::id, Function.identity()));
    }
}
