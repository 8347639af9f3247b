package plancheck.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Caveat;
import plancheck.facts.Figure;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Source;
import plancheck.facts.Subject;
import plancheck.report.Basis;
import plancheck.report.Missing;
import plancheck.report.Reason;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RulingForm;

/**
 * Finds the value of an indicator for a subject: as given, else summed over the counties, else worked out from others.
 * Nothing is ever guessed; what cannot be found comes back with the figures that would make it known.
 */
final class Figures {
    private final RuleBook book;

    Figures(RuleBook book) {
        this.book = book;
    }

    /** @param asOfYear values of a series later than this year are not looked at */
    FigureKnowledge resolve(Subject subject, Indicator indicator, int asOfYear) {
        Figure figure = subject.figure(indicator.id());
        if (figure != null) {
            FigureKnowledge given = given(subject, indicator, figure, asOfYear);
            if (given != null) {
                return given;
            }
            if (figure.isUnknown()) {
                return missing(subject, indicator);
            }
        }
        Indicator.Derivation worked = indicator.workedOut();
        if (worked != null) {
            return workedOut(subject, indicator, worked, asOfYear);
        }
        return missing(subject, indicator);
    }

    /** The values of other years than the one told, given or worked out, in the order of years: a person compares them. */
    List<Reason> otherYears(Subject subject, Indicator indicator, int told, int asOfYear) {
        SortedMap<Integer, BigDecimal> years = new TreeMap<>(series(subject, indicator));
        Indicator.Derivation worked = indicator.workedOut();
        if (years.isEmpty() && worked != null) {
            Map<Integer, BigDecimal> second = series(subject, indicatorOf(worked.second()));
            series(subject, indicatorOf(worked.first())).forEach((year, a) -> {
                BigDecimal b = second.get(year);
                if (b != null && !(worked.ratio() && b.signum() == 0)) {
                    years.put(year, workedOut(worked, a, b));
                }
            });
        }
        return years.entrySet().stream()
                .filter(value -> value.getKey() != told && value.getKey() <= asOfYear)
                .map(value -> Reason.of(
                        Reason.Key.YEAR_VALUE,
                        value.getKey(),
                        indicator.name(),
                        value.getValue(),
                        indicator.unitInWords()))
                .toList();
    }

    private static SortedMap<Integer, BigDecimal> series(Subject subject, Indicator indicator) {
        Figure figure = subject.figure(indicator.id());
        return figure == null ? Collections.emptySortedMap() : figure.series();
    }

    private static BigDecimal workedOut(Indicator.Derivation worked, BigDecimal a, BigDecimal b) {
        return worked.ratio() ? a.multiply(worked.times()).divide(b, MathContext.DECIMAL128) : a.subtract(b);
    }

    private @Nullable FigureKnowledge given(Subject subject, Indicator indicator, Figure figure, int asOfYear) {
        if (figure.value() instanceof BigDecimal value) {
            return known(indicator, figure, value, figure.year());
        }
        if (!figure.byCounty().isEmpty()) {
            return summed(subject, indicator, figure);
        }
        for (int year = asOfYear;
                !figure.series().isEmpty() && year >= figure.series().firstKey();
                year--) {
            BigDecimal value = figure.series().get(year);
            if (value != null) {
                return known(indicator, figure, value, year);
            }
        }
        return null;
    }

    private static FigureKnowledge known(Indicator indicator, Figure figure, BigDecimal value, int year) {
        List<Reason> steps = new ArrayList<>();
        steps.add(Reason.of(
                Reason.Key.FIGURE,
                indicator.name(),
                value,
                indicator.unitInWords(),
                year,
                figure.source(),
                new Reason.DossierLine(figure.line())));
        steps.addAll(evidence(figure));
        figure.caveat()
                .others()
                .forEach(other -> steps.add(Reason.of(
                        Reason.Key.OTHER_SOURCE,
                        other.source(),
                        indicator.name(),
                        other.value(),
                        indicator.unitInWords())));
        BigDecimal underWay = figure.caveat().underWay();
        if (underWay != null && underWay.signum() > 0) {
            steps.add(Reason.of(Reason.Key.UNDER_WAY, indicator.name(), underWay, indicator.unitInWords()));
        }
        boolean assumed = figure.source() == Source.ASSUMED;
        if (figure.caveat().isOfPartOfYear() && figure.value() != null) {
            return partOfYear(indicator, figure, value, steps);
        }
        return new FigureKnowledge(
                value, null, year, basis(figure), assumed, List.of(), List.copyOf(steps), figure.caveat());
    }

    /** What is counted from a year on can only have grown since; nothing is known of any other figure. */
    private static FigureKnowledge partOfYear(
            Indicator indicator, Figure figure, BigDecimal value, List<Reason> steps) {
        int month = figure.caveat().throughMonth();
        steps.add(Reason.of(Reason.Key.PART_OF_YEAR, indicator.name(), figure.year(), month));
        Missing whole = new Missing(
                indicator.id(),
                indicator.name(),
                new Label(
                        "所给为" + figure.year() + "年1—" + month + "月的数，需全年数",
                        "given for January to month " + month + " of " + figure.year()
                                + ", needed for the whole year"));
        return new FigureKnowledge(
                null,
                indicator.cumulativeSince() == null ? null : value,
                figure.year(),
                basis(figure),
                figure.source() == Source.ASSUMED,
                List.of(whole),
                List.copyOf(steps),
                figure.caveat());
    }

    /** The documents named for a figure; none when there are none. */
    static List<Reason> evidence(Figure figure) {
        return figure.evidence().isEmpty() ? List.of() : List.of(Reason.of(Reason.Key.EVIDENCE, figure.evidence()));
    }

    static Basis basis(Figure figure) {
        return figure.source().isMeasured()
                ? Basis.MEASURED
                : figure.evidence().isEmpty() ? Basis.DECLARED : Basis.CITED;
    }

    private FigureKnowledge summed(Subject subject, Indicator indicator, Figure figure) {
        Map<String, BigDecimal> parts = figure.byCounty();
        BigDecimal sum = parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Label> absent = book.places().values().stream()
                .filter(place -> place.level() == Level.COUNTY && place.parent().equals(subject.getCode()))
                .filter(place -> !parts.containsKey(place.code()))
                .map(PlaceName::inWords)
                .toList();
        boolean assumed = figure.source() == Source.ASSUMED;
        if (absent.isEmpty()) {
            Reason step = Reason.of(
                    Reason.Key.SUMMED, indicator.name(), sum, indicator.unitInWords(), figure.year(), parts.size());
            return new FigureKnowledge(
                    sum, null, figure.year(), basis(figure), assumed, List.of(), List.of(step), Caveat.NONE);
        }
        Reason step = Reason.of(Reason.Key.PARTIAL_SUM, indicator.name(), sum, indicator.unitInWords(), absent);
        Missing missing = new Missing(
                indicator.id(),
                indicator.name(),
                new Label(
                        "还缺" + absent.stream().map(Label::zh).collect(Collectors.joining("、")),
                        "still lacking " + absent.stream().map(Label::en).collect(Collectors.joining(", "))));
        // A part is never negative, so the sum of some is a floor for the sum of all.
        return new FigureKnowledge(
                null, sum, figure.year(), basis(figure), assumed, List.of(missing), List.of(step), Caveat.NONE);
    }

    private FigureKnowledge workedOut(Subject subject, Indicator indicator, Indicator.Derivation worked, int asOfYear) {
        FigureKnowledge first = input(subject, worked.first(), asOfYear);
        FigureKnowledge second = input(subject, worked.second(), asOfYear);
        BigDecimal a = first.value();
        BigDecimal b = second.value();
        if (a == null && b == null && worked.ratio()) {
            return missing(subject, indicator);
        }
        if (a == null || b == null) {
            return FigureKnowledge.unknown(first, second);
        }
        if (worked.ratio() && b.signum() == 0) {
            Indicator divisor = indicatorOf(worked.second());
            Label hint = new Label("为零，不能作分母，请核对", "is zero and cannot be divided by");
            return FigureKnowledge.unknown(List.of(new Missing(divisor.id(), divisor.name(), hint)), second.steps());
        }
        if (first.year() != second.year()) {
            Indicator late = indicatorOf(first.year() < second.year() ? worked.first() : worked.second());
            String years = Math.max(first.year(), second.year()) + "";
            return FigureKnowledge.unknown(
                    List.of(new Missing(
                            late.id(), late.name(), new Label("需为" + years + "年的数值", "of the year " + years))),
                    List.of(Reason.of(Reason.Key.STALE, late.name(), Math.min(first.year(), second.year()), years)));
        }
        BigDecimal value = workedOut(worked, a, b);
        List<Reason> steps = new ArrayList<>(first.steps());
        steps.addAll(second.steps());
        steps.add(Reason.of(
                Reason.Key.WORKED_OUT,
                indicator.name(),
                indicatorOf(worked.first()).name(),
                worked.ratio() ? "÷" : "−",
                indicatorOf(worked.second()).name(),
                value,
                indicator.unitInWords()));
        return new FigureKnowledge(
                value,
                null,
                first.year(),
                first.basis().weaker(second.basis()),
                first.assumed() || second.assumed(),
                List.of(),
                List.copyOf(steps),
                Caveat.NONE);
    }

    private FigureKnowledge input(Subject subject, String id, int asOfYear) {
        return resolve(subject, indicatorOf(id), asOfYear);
    }

    private Indicator indicatorOf(String id) {
        Indicator indicator = book.indicators().get(id);
        if (indicator == null) {
            throw new IllegalStateException("indicator " + id + " is used but not defined");
        }
        return indicator;
    }

    /** A look-alike that was given is pointed out, never used. */
    private FigureKnowledge missing(Subject subject, Indicator indicator) {
        for (String other : indicator.notToBeConfusedWith()) {
            if (subject.figure(other) != null) {
                Label hint = Label.filled(
                        "材料给的是“%s”，两者口径不同，不能代替%s",
                        "the dossier gives \"%s\", which is a different measure%s",
                        indicatorOf(other).name(),
                        book.rulingsOn(RulingForm.LOOK_ALIKES));
                return FigureKnowledge.unknown(
                        List.of(new Missing(indicator.id(), indicator.name(), hint)),
                        List.of(Reason.of(Reason.Key.NO_FIGURE, indicator.name())));
            }
        }
        return FigureKnowledge.unknown(
                List.of(Missing.of(indicator.id(), indicator.name())),
                List.of(Reason.of(Reason.Key.NO_FIGURE, indicator.name())));
    }
}
