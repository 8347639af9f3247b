package plancheck.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Contradiction;
import plancheck.dossier.Dossier;
import plancheck.facts.Caveat;
import plancheck.facts.Figure;
import plancheck.facts.Label;
import plancheck.facts.Source;
import plancheck.facts.Subject;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Progress;
import plancheck.report.Reason;
import plancheck.rulebook.Baseline;
import plancheck.rulebook.Baselines;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Operator;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;

/** The judge's part for numbers: thresholds by date, trends against a baseline, values in every year of a span. */
final class NumberJudge {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final RuleBook book;
    private final Figures figures;
    private final Baselines baselines;

    NumberJudge(RuleBook book, Figures figures) {
        this.book = book;
        this.figures = figures;
        this.baselines = new Baselines(book.plans().values());
    }

    /**
     * What is asked, of whom, and in which dossier.
     *
     * @param together of whom the subject gives one figure where each is bound by itself; empty where it is bound itself
     */
    record Asked(Provision provision, Subject subject, Dossier dossier, boolean inForce, List<Label> together) {
        Indicator indicator() {
            return provision.measuredIndicator();
        }

        LocalDate asOf() {
            return dossier.asOf();
        }
    }

    Finding threshold(Asked asked, Criterion.Threshold criterion, FindingDraft draft) {
        Indicator indicator = asked.indicator();
        Criterion.Milestone milestone = criterion.at(asked.asOf());
        LocalDate due = milestone.due();
        boolean isDue = due == null ? asked.inForce() : !asked.asOf().isBefore(due);
        BigDecimal required = required(asked.provision(), milestone, asked.subject(), draft);
        draft.required(required, indicator.unitSymbol(), due).op(criterion.operator());
        FigureKnowledge found =
                figures.resolve(asked.subject(), indicator, asked.asOf().getYear());
        if (found.value() != null && !criterion.operator().isMet(found.value(), required)) {
            found = withSurplus(asked, found);
        }
        draft.because(found.steps());
        BigDecimal measured = found.value();
        if (measured == null && reachesAnyway(criterion.operator(), found.atLeast(), required)) {
            measured = found.atLeast();
        }
        if (measured == null) {
            return draft.insufficient(found.missing());
        }
        if (due != null && Age.isTooOld(found.year(), due, isDue)) {
            return Age.insufficient(draft, indicator.id(), indicator.name(), found.year(), due);
        }
        return compared(criterion.operator(), measured, required, found, new Obligation(asked, due, isDue), draft);
    }

    /**
     * What is known with what the higher class has beyond its own number (ruling R41). As long as nothing is known of the higher
     * class, nothing is known of this one either.
     */
    private FigureKnowledge withSurplus(Asked asked, FigureKnowledge own) {
        Provision higher = book.ofHigherClass(asked.provision()).orElse(null);
        BigDecimal value = own.value();
        Criterion.Threshold criterion =
                higher == null ? null : higher.criterion().threshold().orElse(null);
        if (higher == null || value == null || criterion == null) {
            return own;
        }
        Indicator indicator = higher.measuredIndicator();
        BigDecimal number = criterion.at(asked.asOf()).value();
        FigureKnowledge found =
                figures.resolve(asked.subject(), indicator, asked.asOf().getYear());
        if (found.value() == null || number == null) {
            return FigureKnowledge.unknown(found.missing(), own.steps());
        }
        BigDecimal surplus = found.value().subtract(number);
        return surplus.signum() <= 0
                ? own
                : own.plus(
                        surplus,
                        Reason.of(
                                Reason.Key.SURPLUS_OF_HIGHER_CLASS,
                                indicator.name(),
                                found.value(),
                                number,
                                surplus,
                                asked.indicator().unitInWords()));
    }

    /** What a comparison needs to know beside the two numbers. */
    private record Obligation(Asked asked, @Nullable LocalDate due, boolean isDue) {
        Provision provision() {
            return asked.provision();
        }

        Subject subject() {
            return asked.subject();
        }

        LocalDate asOf() {
            return asked.asOf();
        }

        Indicator indicator() {
            return asked.indicator();
        }
    }

    private Finding compared(
            Operator operator,
            BigDecimal measured,
            BigDecimal required,
            FigureKnowledge found,
            Obligation line,
            FindingDraft draft) {
        boolean met = operator.isMet(measured, required);
        Basis basis = Judge.basis(
                found.basis(), line.asked().dossier(), line.indicator().id());
        draft.measured(measured, basis, found.assumed())
                .margin(operator.margin(measured, required))
                .because(Reason.of(
                        Reason.Key.COMPARED,
                        measured,
                        operator,
                        required,
                        line.indicator().unitInWords(),
                        met));
        Contradiction contradiction = contradiction(line.asked());
        if (contradiction != null && (met || line.isDue())) {
            return Judge.contradicted(contradiction, draft);
        }
        Label doubt = doubt(operator, measured, required, met, found.caveat(), line.indicator());
        if (doubt != null && (met || line.isDue())) {
            return draft.review(doubt);
        }
        List<Label> together = line.asked().together();
        if (met && !together.isEmpty()) {
            return reachedTogether(line.indicator(), together, draft);
        }
        if (met) {
            return draft.as(Outcome.PASS);
        }
        if (!together.isEmpty()) {
            draft.because(Reason.of(Reason.Key.UNDIVIDED_BELOW, line.indicator().name()));
        }
        draft.because(Judge.dueReason(line.due(), line.isDue()));
        if (!line.isDue()) {
            return draft.progress(progress(operator, measured, required, line)).as(Outcome.NOT_DUE);
        }
        if (isNear(line.provision(), operator, measured, required)) {
            return draft.because(Reason.of(Reason.Key.NEAR))
                    .review(isAbout(line.indicator(), Label.of(""), measured, required));
        }
        return draft.as(Outcome.FAIL);
    }

    /** One figure of several shows, below the line, that one of them is below; at or above it nothing of each (ruling R16). */
    private static Finding reachedTogether(Indicator indicator, List<Label> together, FindingDraft draft) {
        Label each = Label.filled("还缺分别的数：%s", "still lacking each one's own: %s", Label.list(together));
        return draft.because(Reason.of(Reason.Key.UNDIVIDED_REACHED, indicator.name()))
                .insufficient(List.of(new Missing(indicator.id(), indicator.name(), each)));
    }

    /** What contradicts the figure, or one of those that it is worked out from. */
    private static @Nullable Contradiction contradiction(Asked asked) {
        Indicator indicator = asked.indicator();
        Indicator.Derivation worked = indicator.workedOut();
        Set<String> used = new HashSet<>(Set.of(indicator.id()));
        if (worked != null && asked.subject().figure(indicator.id()) == null) {
            used.addAll(List.of(worked.first(), worked.second()));
        }
        return asked.dossier().contradicting(used);
    }

    /**
     * What a person is asked where the dossier itself says something against the value: another source's value leads to another
     * outcome, or it is only about so much and near the line. Null where it leads to the same.
     */
    private @Nullable Label doubt(
            Operator operator,
            BigDecimal measured,
            BigDecimal required,
            boolean met,
            Caveat caveat,
            Indicator indicator) {
        for (Caveat.OtherValue other : caveat.others()) {
            if (operator.isMet(other.value(), required) != met) {
                return Label.filled(
                        "“%s”有两个数：%s和%s（%s），判定结果不同，请核定以哪个为准。",
                        "\"%s\" has two values, %s and %s (%s), which lead to different outcomes; find out which is right.",
                        indicator.name(),
                        plain(measured),
                        plain(other.value()),
                        other.source().inWords());
            }
        }
        BigDecimal within = book.rulings().values().stream()
                .flatMap(ruling -> Optional.ofNullable(ruling.parameters().get(Ruling.Parameter.ABOUT_WITHIN)).stream())
                .findFirst()
                .orElse(BigDecimal.ZERO);
        BigDecimal distance = measured.subtract(required).abs();
        return caveat.about()
                        && distance.multiply(WHOLE).compareTo(required.abs().multiply(within)) <= 0
                ? Label.filled(
                        "“%s”填报的是约数%s，与要求的%s相近，请核定准确数后判断。",
                        "\"%s\" is given as about %s, which is near the %s asked for; find out the exact value and decide.",
                        indicator.name(),
                        plain(measured),
                        plain(required))
                : null;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Whether a value that does not meet "about N" is near enough, by the ruling cited, to leave it to a person. */
    private boolean isNear(Provision provision, Operator operator, BigDecimal measured, BigDecimal asked) {
        if (operator != Operator.ABOUT) {
            return false;
        }
        BigDecimal within = book.parameter(provision, Ruling.Parameter.ABOUT_WITHIN);
        return measured.multiply(WHOLE).compareTo(asked.multiply(WHOLE.subtract(within))) >= 0;
    }

    /** What a person is asked about a value a little below "about N". */
    private static Label isAbout(Indicator indicator, Label when, BigDecimal measured, BigDecimal asked) {
        Label unit = indicator.unit() == null ? Label.of("") : indicator.unit().inWords();
        String line = asked.stripTrailingZeros().toPlainString();
        return new Label(
                indicator.label() + when.zh() + "为" + measured.toPlainString() + unit.zh() + "，能否视为达到“" + line
                        + unit.zh() + "左右”？",
                indicator.en() + when.en() + " is " + measured.toPlainString() + " " + unit.en() + ": is this about "
                        + line + " " + unit.en() + "?");
    }

    private static boolean reachesAnyway(Operator operator, @Nullable BigDecimal atLeast, BigDecimal required) {
        return atLeast != null
                && switch (operator) {
                    case AT_LEAST, MORE_THAN, ABOUT -> operator.isMet(atLeast, required);
                    default -> false;
                };
    }

    private BigDecimal required(
            Provision provision, Criterion.Milestone milestone, Subject subject, FindingDraft draft) {
        BigDecimal value = milestone.value();
        if (value != null) {
            return value;
        }
        Indicator indicator = provision.measuredIndicator();
        Baseline baseline = baselines.of(provision, String.valueOf(subject.getCode()));
        if (baseline == null) {
            throw new IllegalStateException("no baseline of " + indicator.id() + " for " + subject);
        }
        draft.because(Reason.of(
                Reason.Key.BASELINE, baseline.year(), indicator.name(), baseline.value(), indicator.unitInWords()));
        return baseline.value();
    }

    private @Nullable Progress progress(Operator operator, BigDecimal measured, BigDecimal required, Obligation line) {
        LocalDate due = line.due();
        Baseline from = due == null ? null : baseline(line.provision(), line.subject());
        if (due == null || from == null) {
            return null;
        }
        LocalDate start = LocalDate.of(from.year(), 12, 31);
        long whole = ChronoUnit.DAYS.between(start, due);
        long gone = ChronoUnit.DAYS.between(start, line.asOf());
        if (whole <= 0 || gone < 0) {
            return null;
        }
        BigDecimal expected = from.value()
                .add(required.subtract(from.value())
                        .multiply(BigDecimal.valueOf(gone))
                        .divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64));
        boolean behind = operator.margin(measured, expected).signum() < 0;
        return new Progress(from.value(), from.year(), expected.setScale(6, RoundingMode.HALF_UP), behind);
    }

    /** Where progress starts: at nothing for an amount, else at the dossier's figure of the plan's base year, or the plan's own. */
    private @Nullable Baseline baseline(Provision provision, Subject subject) {
        Indicator indicator = provision.measuredIndicator();
        Integer since = indicator.cumulativeSince();
        String code = String.valueOf(subject.getCode());
        if (since != null) {
            return new Baseline(indicator.id(), code, since - 1, BigDecimal.ZERO, "");
        }
        Figure figure = subject.figure(indicator.id());
        Plan plan = book.plans().get(provision.plan());
        BigDecimal given = figure == null || plan == null
                ? null
                : figure.series().get(plan.period().base());
        if (plan != null && given != null) {
            return new Baseline(indicator.id(), code, plan.period().base(), given, "");
        }
        return baselines.of(provision, String.valueOf(subject.getCode()));
    }

    /** One finding for each year of the span that is over; one in all, not due, when the first is not. */
    List<Finding> yearly(Asked asked, Criterion.YearlyThreshold criterion) {
        Provision provision = asked.provision();
        Subject subject = asked.subject();
        LocalDate asOf = asked.asOf();
        boolean yearOver = asOf.getMonthValue() == 12 && asOf.getDayOfMonth() == 31;
        int last = Math.min(criterion.to(), yearOver ? asOf.getYear() : asOf.getYear() - 1);
        List<Finding> findings = new ArrayList<>();
        for (int year = criterion.from(); year <= last; year++) {
            Label inYear = Label.filled("%s（%s年）", "%s (%s)", subject.name(), year);
            findings.add(ofYear(asked, criterion, year, draft(provision, inYear, criterion, year)));
        }
        if (findings.isEmpty()) {
            FigureKnowledge known = figures.resolve(subject, provision.measuredIndicator(), asOf.getYear());
            findings.add(draft(provision, subject.name(), criterion, criterion.from())
                    .because(known.value() == null ? List.of() : known.steps())
                    .because(Reason.of(Reason.Key.NO_YEAR_YET, criterion.from()))
                    .as(Outcome.NOT_DUE));
        }
        return findings;
    }

    private static FindingDraft draft(Provision provision, Label subject, Criterion.YearlyThreshold asked, int year) {
        return new FindingDraft(provision, subject)
                .required(asked.value(), provision.measuredIndicator().unitSymbol(), LocalDate.of(year, 12, 31))
                .op(asked.operator());
    }

    private Finding ofYear(Asked asked, Criterion.YearlyThreshold criterion, int year, FindingDraft draft) {
        Provision provision = asked.provision();
        Subject subject = asked.subject();
        Indicator indicator = asked.indicator();
        draft.because(
                Reason.of(Reason.Key.BINDS, subject.name(), provision.scope().words()));
        Figure figure = subject.figure(indicator.id());
        BigDecimal value = figure == null ? null : valueOf(figure, year);
        if (figure == null || value == null) {
            return draft.because(Reason.of(Reason.Key.YEAR_MISSING, String.valueOf(year), indicator.name()))
                    .insufficient(List.of(new Missing(
                            indicator.id(),
                            indicator.name(),
                            new Label("还缺" + year + "年的数值", "still lacking " + year))));
        }
        boolean met = criterion.operator().isMet(value, criterion.value());
        Basis basis = Judge.basis(Figures.basis(figure), asked.dossier(), indicator.id());
        draft.measured(value, basis, figure.source() == Source.ASSUMED)
                .margin(criterion.operator().margin(value, criterion.value()))
                .because(Reason.of(Reason.Key.YEAR_VALUE, year, indicator.name(), value, indicator.unitInWords()))
                .because(Reason.of(
                        Reason.Key.COMPARED,
                        value,
                        criterion.operator(),
                        criterion.value(),
                        indicator.unitInWords(),
                        met))
                .because(Figures.evidence(figure));
        Contradiction contradiction = contradiction(asked);
        if (contradiction != null) {
            return Judge.contradicted(contradiction, draft);
        }
        if (!met && isNear(provision, criterion.operator(), value, criterion.value())) {
            Label when = new Label(year + "年", " in " + year);
            return draft.because(Reason.of(Reason.Key.NEAR)).review(isAbout(indicator, when, value, criterion.value()));
        }
        return draft.as(met ? Outcome.PASS : Outcome.FAIL);
    }

    private static @Nullable BigDecimal valueOf(Figure figure, int year) {
        BigDecimal inSeries = figure.series().get(year);
        if (inSeries != null) {
            return inSeries;
        }
        boolean whole = !figure.caveat().isOfPartOfYear();
        return figure.year() == year && whole && figure.value() instanceof BigDecimal value ? value : null;
    }
}
