package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Contradiction;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Figure;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Subject;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.IndicatorRelation;
import plancheck.rulebook.RuleBook;

/**
 * Figures of one subject and year that cannot both be, by what they are: a part larger than its whole, a rate beside parts that give
 * another, an amount counted since a year that falls. Each is taken for anything that is rounded to its digits.
 */
final class Contradictions {
    /** Of the others a dossier says only one side: a sum or parts are given where the whole is not; lists are held against their totals. */
    private static final Set<IndicatorRelation.Kind> MAY_BE_CONTRADICTED = EnumSet.of(
            IndicatorRelation.Kind.PART_OF,
            IndicatorRelation.Kind.SUM_OF,
            IndicatorRelation.Kind.RATIO,
            IndicatorRelation.Kind.DIFFERENCE,
            IndicatorRelation.Kind.NEVER_FALLS,
            IndicatorRelation.Kind.IMPLIES);

    private final Map<String, Indicator> indicators;
    private final Map<String, List<IndicatorRelation>> relations;

    Contradictions(RuleBook book) {
        this.indicators = book.indicators();
        this.relations = book.indicatorRelations().stream()
                .filter(relation -> MAY_BE_CONTRADICTED.contains(relation.kind()))
                .collect(Collectors.groupingBy(IndicatorRelation::indicator));
    }

    /** All there are; tells each once, although a county and its town share a figure. */
    List<Contradiction> in(Collection<? extends Subject> subjects, Problems problems) {
        List<Contradiction> all = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Subject subject : subjects) {
            for (List<IndicatorRelation> of : relations.values()) {
                of.forEach(relation -> {
                    Problem problem = of(relation, subject);
                    if (problem != null && told.add(problem.toString())) {
                        problems.add(problem);
                        List<String> indicators = new ArrayList<>(relation.others());
                        indicators.add(relation.indicator());
                        all.add(new Contradiction(List.copyOf(indicators), problem.message()));
                    }
                });
            }
        }
        return List.copyOf(all);
    }

    private @Nullable Problem of(IndicatorRelation relation, Subject subject) {
        Figure figure = subject.figure(relation.indicator());
        Indicator indicator = indicators.get(relation.indicator());
        if (figure == null || indicator == null) {
            return null;
        }
        return switch (relation.kind()) {
            case NEVER_FALLS -> falls(indicator, figure);
            case SUM_OF_COUNTIES, COUNTS, ALL_OF, ANY_OF -> null;
            case IMPLIES -> answers(relation, subject, indicator, figure);
            case PART_OF, SUM_OF, RATIO, DIFFERENCE -> numbers(relation, subject, indicator, figure);
        };
    }

    private static SortedMap<Integer, BigDecimal> years(Figure figure) {
        SortedMap<Integer, BigDecimal> years = new TreeMap<>(figure.series());
        if (figure.value() instanceof BigDecimal value && !figure.caveat().isOfPartOfYear()) {
            years.putIfAbsent(figure.year(), value);
        }
        if (figure.caveat().about()) {
            years.clear(); // about so much contradicts little
        }
        return years;
    }

    private @Nullable Problem falls(Indicator indicator, Figure figure) {
        Map.Entry<Integer, BigDecimal> before = null;
        for (Map.Entry<Integer, BigDecimal> now : years(figure).entrySet()) {
            if (before != null
                    && Rounded.of(before.getValue(), indicator).isAbove(Rounded.of(now.getValue(), indicator))) {
                return problem(
                        figure,
                        indicator,
                        Message.of(
                                "dossier.figure-falls",
                                indicator.name(),
                                String.valueOf(before.getKey()),
                                plain(before.getValue()),
                                String.valueOf(now.getKey()),
                                plain(now.getValue())));
            }
            before = now;
        }
        return null;
    }

    private @Nullable Problem answers(IndicatorRelation relation, Subject subject, Indicator indicator, Figure figure) {
        Indicator other = indicators.get(relation.others().get(0));
        Figure given = other == null ? null : subject.figure(other.id());
        return other != null
                        && given != null
                        && Boolean.TRUE.equals(figure.value())
                        && Boolean.FALSE.equals(given.value())
                ? problem(figure, indicator, Message.of("dossier.answer-contradicts", indicator.name(), other.name()))
                : null;
    }

    private @Nullable Problem numbers(IndicatorRelation relation, Subject subject, Indicator indicator, Figure figure) {
        for (Map.Entry<Integer, BigDecimal> one : years(figure).entrySet()) {
            List<Rounded> others = relation.others().stream()
                    .flatMap(id -> Rounded.of(indicators.get(id), subject.figure(id), one.getKey()).stream())
                    .toList();
            if (others.size() == relation.others().size()) {
                Rounded own = Rounded.of(one.getValue(), indicator);
                Rounded asked = asked(relation, indicator, others);
                if (asked != null
                        && (own.isAbove(asked)
                                || relation.kind() != IndicatorRelation.Kind.PART_OF && asked.isAbove(own))) {
                    return problem(figure, indicator, said(relation, indicator, one, others, asked));
                }
            }
        }
        return null;
    }

    /** What it should be, or be at most. */
    private static @Nullable Rounded asked(IndicatorRelation relation, Indicator indicator, List<Rounded> others) {
        Indicator.Derivation worked = indicator.workedOut();
        return switch (relation.kind()) {
            case PART_OF -> others.get(0);
            case SUM_OF -> others.stream().reduce(Rounded::plus).orElse(null);
            case DIFFERENCE -> others.get(0).minus(others.get(1));
            case RATIO -> worked == null ? null : others.get(0).over(others.get(1), worked.times());
            case NEVER_FALLS, SUM_OF_COUNTIES, COUNTS, ALL_OF, ANY_OF, IMPLIES -> null;
        };
    }

    private Message said(
            IndicatorRelation relation,
            Indicator indicator,
            Map.Entry<Integer, BigDecimal> one,
            List<Rounded> others,
            Rounded asked) {
        List<Phrase> named = new java.util.ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            Indicator other = java.util.Objects.requireNonNull(
                    indicators.get(relation.others().get(i)));
            named.add(Message.of(
                    "dossier.figure-and-value",
                    other.name(),
                    plain(others.get(i).value()),
                    other.unitInWords()));
        }
        String key = relation.kind() == IndicatorRelation.Kind.PART_OF
                ? "dossier.figure-above-whole"
                : "dossier.figure-contradicts-parts";
        BigDecimal should = asked.value().round(new MathContext(6)).stripTrailingZeros();
        return Message.of(
                key,
                indicator.name(),
                String.valueOf(one.getKey()),
                plain(one.getValue()),
                indicator.unitInWords(),
                named,
                plain(should));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static Problem problem(Figure figure, Indicator indicator, Message message) {
        String section = indicator.type() == Indicator.Type.DECLARATION ? "/declarations/" : "/figures/";
        return Problem.warning(
                figure.line(), section + indicator.id(), message, Message.of("dossier.check-contradicting-figures"));
    }
}
