package plancheck.dossier.checks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Contradiction;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Figure;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Subject;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.IndicatorRelation;
import plancheck.rulebook.RuleBook;

/**
 * Figures of one subject and year that cannot both be, by what they are: a part larger than its whole, a rate beside parts that give
 * another, an amount counted since a year that falls. Each is taken for anything that is rounded to its digits. Where it can be told, which
 * of them is most likely wrong is said as well; none is changed.
 */
public final class Contradictions {
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

    public Contradictions(RuleBook book) {
        this.indicators = book.indicators();
        this.relations = book.indicatorRelations().stream()
                .filter(relation -> MAY_BE_CONTRADICTED.contains(relation.kind()))
                .collect(Collectors.groupingBy(IndicatorRelation::indicator));
    }

    /** All there are; tells each once, although a county and its town share a figure. */
    public List<Contradiction> in(Collection<? extends Subject> subjects, Problems problems) {
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
            if (!all.isEmpty()) {
                likely(subject).stream()
                        .filter(problem -> told.add(problem.toString()))
                        .forEach(problems::add);
            }
        }
        return List.copyOf(all);
    }

    /** Of each group of contradicting figures, the fewest that have to be others. */
    private List<Problem> likely(Subject subject) {
        List<Problem> likely = new ArrayList<>();
        for (int year : years(subject)) {
            List<LikelyWrong.Held> held = new ArrayList<>();
            Map<String, LikelyWrong.Interval> given = new TreeMap<>();
            relations.values().stream().flatMap(List::stream).forEach(relation -> {
                Compared compared = compared(relation, subject, year);
                Indicator indicator = indicators.get(relation.indicator());
                if (compared != null && indicator != null) {
                    List<String> figures = new ArrayList<>(List.of(relation.indicator()));
                    figures.addAll(relation.others());
                    Indicator.Derivation worked = indicator.workedOut();
                    double times = worked == null || relation.kind() != IndicatorRelation.Kind.RATIO
                            ? 1
                            : worked.times().doubleValue();
                    held.add(new LikelyWrong.Held(relation.kind(), figures, times, compared.isContradiction(relation)));
                    given.put(relation.indicator(), compared.own.interval());
                    for (int i = 0; i < relation.others().size(); i++) {
                        given.put(
                                relation.others().get(i), compared.others.get(i).interval());
                    }
                }
            });
            new LikelyWrong(held, given)
                    .entangled().stream()
                            .filter(LikelyWrong.Entangled::isTelling)
                            .forEach(entangled -> likely.add(likely(entangled, subject, year)));
        }
        return likely;
    }

    /** Those for which the subject's figures that stand in relations are given. */
    private SortedSet<Integer> years(Subject subject) {
        SortedSet<Integer> years = new TreeSet<>();
        relations.keySet().forEach(id -> {
            Figure figure = subject.figure(id);
            if (figure != null) {
                years.addAll(years(figure).keySet());
            }
        });
        return years;
    }

    private Problem likely(LikelyWrong.Entangled entangled, Subject subject, int year) {
        List<Phrase> alternatives = entangled.alternatives().stream()
                .map(figures -> (Phrase) Label.list(figures.stream()
                        .map(id -> Message.of("dossier.quoted", named(id)))
                        .toList()))
                .toList();
        String first = entangled.alternatives().get(0).iterator().next();
        int changed = entangled.alternatives().get(0).size();
        Figure figure = subject.figure(first);
        Indicator indicator = Objects.requireNonNull(indicators.get(first));
        Phrase said = alternatives.stream()
                .reduce((one, other) -> Message.of("dossier.a-or-b", one, other))
                .orElseThrow();
        return Problem.warning(
                figure == null ? 0 : figure.line(),
                "/figures/" + indicator.id(),
                changed == 1
                        ? Message.of("dossier.likely-wrong", String.valueOf(year), entangled.contradictions(), said)
                        : Message.of(
                                "dossier.likely-wrong-several",
                                String.valueOf(year),
                                entangled.contradictions(),
                                changed,
                                said),
                Message.of("dossier.check-it-first"));
    }

    private Phrase named(String id) {
        Indicator indicator = indicators.get(id);
        return indicator == null ? Label.of(id) : indicator.name();
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
            Compared compared = compared(relation, subject, one.getKey());
            if (compared != null && compared.isContradiction(relation)) {
                return problem(figure, indicator, said(relation, indicator, one, compared.others, compared.asked));
            }
        }
        return null;
    }

    /** What a figure is, and what it should be, or be at most. */
    private record Compared(Rounded own, List<Rounded> others, Rounded asked) {
        boolean isContradiction(IndicatorRelation relation) {
            return own.isAbove(asked) || relation.kind() != IndicatorRelation.Kind.PART_OF && asked.isAbove(own);
        }
    }

    /** Null where one of the figures is not given for the year, or the relation is none of numbers. */
    private @Nullable Compared compared(IndicatorRelation relation, Subject subject, int year) {
        Indicator indicator = indicators.get(relation.indicator());
        Rounded own = Rounded.of(indicator, subject.figure(relation.indicator()), year)
                .orElse(null);
        if (own == null || indicator == null || relation.others().isEmpty()) {
            return null;
        }
        List<Rounded> others = relation.others().stream()
                .flatMap(id -> Rounded.of(indicators.get(id), subject.figure(id), year).stream())
                .toList();
        Rounded asked = others.size() == relation.others().size() ? asked(relation, indicator, others) : null;
        return asked == null ? null : new Compared(own, others, asked);
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
        List<Phrase> named = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            Indicator other =
                    Objects.requireNonNull(indicators.get(relation.others().get(i)));
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
