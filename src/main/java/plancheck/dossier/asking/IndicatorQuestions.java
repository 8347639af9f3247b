package plancheck.dossier.asking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** Gathers what provisions ask for: each indicator once, with everything that asks for it. */
final class IndicatorQuestions {
    private final RuleBook book;
    private final PlaceName place;
    private final Map<Indicator, List<QuestionReason>> asked = new LinkedHashMap<>();

    IndicatorQuestions(RuleBook book, PlaceName place) {
        this.book = book;
        this.place = place;
    }

    /** A figure the provision is judged by; what is always worked out is asked for by its parts alone. */
    void measured(Indicator indicator, Provision provision) {
        if (indicator.isGivenDirectly()) {
            add(indicator, new QuestionReason(QuestionReason.Purpose.MEASURED, provision, null));
        }
        inputs(indicator, provision);
    }

    /** A figure asked for whether or not anything here is judged by it. */
    void anyway(Indicator indicator) {
        asked.computeIfAbsent(indicator, i -> new ArrayList<>());
    }

    /** An attribute of an item, which is never worked out. */
    void attribute(Indicator indicator, Provision provision) {
        add(indicator, new QuestionReason(QuestionReason.Purpose.MEASURED, provision, null));
    }

    private void inputs(Indicator result, Provision provision) {
        for (Indicator part : parts(result)) {
            add(part, new QuestionReason(QuestionReason.Purpose.INPUT, provision, result));
            inputs(part, provision);
        }
    }

    void conditions(Provision provision) {
        PossibleBindings.conditions(book, provision)
                .forEach(indicator ->
                        add(indicator, new QuestionReason(QuestionReason.Purpose.CONDITION, provision, null)));
    }

    /** The questions whose answers stand below a pointer. */
    List<Question> below(String section, Predicate<Indicator> belongs) {
        return asked.keySet().stream()
                .filter(belongs)
                .map(indicator -> question(section, indicator))
                .toList();
    }

    private Question question(String section, Indicator indicator) {
        List<QuestionReason> asks = Objects.requireNonNull(asked.get(indicator));
        return Question.of(
                section,
                indicator,
                asks,
                asks.stream().anyMatch(IndicatorQuestions::isYearly),
                indicator.sums() && place.level() == Level.CITY,
                parts(indicator),
                settledBy(asks));
    }

    private Map<String, Label> settledBy(List<QuestionReason> asks) {
        Map<String, Label> settledBy = new LinkedHashMap<>();
        asks.stream()
                .flatMap(ask -> book.settledBy(ask.provision()).stream())
                .forEach(settlement -> settledBy.put(settlement.id(), settlement.inWords()));
        return settledBy;
    }

    private static boolean isYearly(QuestionReason ask) {
        return ask.purpose() == QuestionReason.Purpose.MEASURED
                && ask.provision().criterion().given() == Criterion.Input.FIGURE_OF_EACH_YEAR;
    }

    private List<Indicator> parts(Indicator indicator) {
        Indicator.Derivation worked = indicator.workedOut();
        return worked == null
                ? List.of()
                : Stream.of(worked.first(), worked.second())
                        .map(book.indicators()::get)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private void add(Indicator indicator, QuestionReason ask) {
        List<QuestionReason> asks = asked.computeIfAbsent(indicator, i -> new ArrayList<>());
        if (asks.stream().noneMatch(ask::saysTheSameAs)) {
            asks.add(ask);
        }
    }
}
