package plancheck.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.check.RelevantRelations;
import plancheck.dossier.Dossier;
import plancheck.facts.Citation;
import plancheck.facts.Figure;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Place;
import plancheck.facts.Relation;
import plancheck.facts.Source;
import plancheck.facts.Unit;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Progress;
import plancheck.report.Reason;
import plancheck.report.Report;
import plancheck.report.Verdict;
import plancheck.rulebook.Operator;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/**
 * The sample plan decided by plain Java, as one would write it by hand without a rule engine: a table of targets in the
 * plan's order, worked through for each dossier. Its reports equal those of the real check to the last reason.
 */
final class PlainCheck {
    private static final BigDecimal ABOUT_TOLERANCE = new BigDecimal("0.02");
    private static final Label NOBODY = Label.of("");
    private static final Map<String, Label> NAMES = SamplePlan.codes().stream()
            .collect(Collectors.toMap(code -> code, code -> Label.of(SamplePlan.name(code))));

    private final List<Row> rows;
    private final Report.RuleBookId ruleBook;

    /** What provisions are to one another is known before any dossier comes, to the twin as to the real check. */
    PlainCheck(SamplePlan plan, RuleBook book) {
        Map<String, List<Relation>> relations =
                book.provisions().stream().collect(Collectors.toMap(Provision::id, Provision::relations));
        this.rows = plan.targets().stream()
                .map(target -> Row.of(
                        target,
                        plan.baselines().getOrDefault(target.measure().id(), Map.of()),
                        relations.getOrDefault(target.id(), List.of())))
                .toList();
        this.ruleBook = new Report.RuleBookId(book.version(), book.digest());
    }

    Report check(Dossier dossier) {
        List<Finding> findings = new ArrayList<>(rows.size() + 8);
        for (Row row : rows) {
            check(row, dossier, findings);
        }
        return new Report(
                new Report.DossierId(
                        dossier.id(), dossier.title(), dossier.kind().id(), dossier.place(), dossier.digest()),
                ruleBook,
                dossier.asOf(),
                Verdict.of(findings),
                RelevantRelations.in(findings));
    }

    private static void check(Row row, Dossier dossier, List<Finding> findings) {
        Place sameLevel = null;
        boolean bound = false;
        for (Place place : dossier.places()) {
            if (row.levels.contains(place.getLevel())) {
                if (row.code.isEmpty() || row.code.equals(place.getCode())) {
                    findings.add(new Decision(row, place, dossier.asOf()).finding());
                    bound = true;
                } else if (sameLevel == null) {
                    sameLevel = place;
                }
            }
        }
        if (!bound) {
            findings.add(notApplicable(row, dossier, sameLevel));
        }
    }

    private static Finding notApplicable(Row row, Dossier dossier, @Nullable Place sameLevel) {
        if (sameLevel != null) {
            Reason otherCode =
                    Reason.of(Reason.Key.SCOPE_FALSE, row.codeWords, NAMES.getOrDefault(sameLevel.getCode(), NOBODY));
            return row.notApplicable(sameLevel, otherCode);
        }
        Place place = dossier.places().get(0);
        return row.notApplicable(place, Reason.of(Reason.Key.SCOPE_FALSE, row.levelWords, place.getLevel()));
    }

    /** One target with all that does not depend on a dossier. */
    private record Row(
            Target target,
            Set<Level> levels,
            String code,
            Label title,
            Label measure,
            Label levelWords,
            Label codeWords,
            Label scopeWords,
            List<Citation> citations,
            List<String> rulings,
            List<Relation> relations,
            Map<String, BigDecimal> baselines,
            Object unitInWords) {

        static Row of(Target target, Map<String, BigDecimal> baselines, List<Relation> relations) {
            Label level = new Label(
                    "所在区域为" + target.levels().stream().map(Level::label).collect(Collectors.joining("或")),
                    "where it lies is "
                            + target.levels().stream()
                                    .map(l -> l.id().replace('-', ' '))
                                    .collect(Collectors.joining(" or ")));
            String name = SamplePlan.name(target.code());
            Label code = new Label("所在县（市、区）为" + name, "county is " + name);
            boolean all = target.code().isEmpty();
            return new Row(
                    target,
                    EnumSet.copyOf(target.levels()),
                    target.code(),
                    new Label(target.title(), target.en()),
                    new Label(target.measure().label(), target.measure().en()),
                    level,
                    code,
                    new Label(
                            "地区：" + level.zh() + (all ? "" : "，且" + code.zh()),
                            "place: " + level.en() + (all ? "" : " and " + code.en())),
                    List.of(new Citation(
                            SamplePlan.ID,
                            Label.of(SamplePlan.TITLE),
                            "",
                            target.path(),
                            target.measure().label())),
                    List.of("R1", "R9"),
                    relations,
                    baselines,
                    Unit.of(target.measure().unit()).map(Object.class::cast).orElse(""));
        }

        Finding notApplicable(Place place, Reason reason) {
            return new Finding(
                    rule(),
                    place.name(),
                    Outcome.NOT_APPLICABLE,
                    Finding.Measurement.NOTHING,
                    Finding.Target.NONE,
                    relations,
                    Finding.Remainder.NOTHING,
                    List.of(reason));
        }

        Finding.Rule rule() {
            return new Finding.Rule(target.id(), title, target.force(), citations, rulings, "再提高{shortfall}");
        }

        Target.Step stepAt(LocalDate asOf) {
            List<Target.Step> steps = target.steps();
            for (int i = steps.size() - 1; i > 0; i--) {
                LocalDate due = steps.get(i).due();
                if (due == null || !asOf.isBefore(due)) {
                    return steps.get(i);
                }
            }
            return steps.get(0);
        }
    }

    /** One target and one place that it binds. */
    private static final class Decision {
        private final Row row;
        private final Place place;
        private final LocalDate asOf;
        private final String unit;
        private final Object unitInWords;
        private final @Nullable LocalDate due;
        private final boolean isDue;
        private final BigDecimal required;
        private final List<Reason> because = new ArrayList<>(5);
        private @Nullable BigDecimal measured;
        private @Nullable BigDecimal margin;
        private @Nullable Basis basis;
        private boolean assumed;

        Decision(Row row, Place place, LocalDate asOf) {
            this.row = row;
            this.place = place;
            this.asOf = asOf;
            this.unit = row.target.measure().unit();
            this.unitInWords = row.unitInWords;
            Target.Step step = row.stepAt(asOf);
            this.due = step.due();
            this.isDue = !asOf.isBefore(due == null ? SamplePlan.ISSUED : due);
            because.add(Reason.of(Reason.Key.BINDS, place.name(), row.scopeWords));
            this.required = step.value() == null ? fromBaseline() : step.value();
        }

        private BigDecimal fromBaseline() {
            BigDecimal baseline = row.baselines.get(place.getCode());
            because.add(Reason.of(Reason.Key.BASELINE, SamplePlan.BASELINE_YEAR, row.measure, baseline, unitInWords));
            return baseline;
        }

        Finding finding() {
            Figure figure = place.figure(row.target.measure().id());
            if (figure == null || !(figure.value() instanceof BigDecimal value)) {
                because.add(Reason.of(Reason.Key.NO_FIGURE, row.measure));
                return insufficient(Missing.of(row.target.measure().id(), row.measure));
            }
            because.add(Reason.of(
                    Reason.Key.FIGURE,
                    row.measure,
                    value,
                    unitInWords,
                    figure.year(),
                    figure.source(),
                    new Reason.DossierLine(figure.line())));
            if (isDue && due != null && figure.year() < due.getYear()) {
                return stale(figure.year(), due.getYear());
            }
            return compared(value, figure.source());
        }

        private Finding stale(int year, int dueYear) {
            because.add(Reason.of(Reason.Key.STALE, row.measure, year, String.valueOf(dueYear)));
            Label hint = new Label(
                    "所给为" + year + "年情况，应为" + dueYear + "年或以后的情况",
                    "given for " + year + ", needed for " + dueYear + " or later");
            return insufficient(new Missing(row.target.measure().id(), row.measure, hint));
        }

        private Finding compared(BigDecimal value, Source source) {
            Operator operator = row.target.operator();
            boolean met = isMet(operator, value.compareTo(required));
            measured = value;
            margin = margin(operator, value, required);
            basis = source == Source.STATISTICS || source == Source.MONITORING ? Basis.MEASURED : Basis.DECLARED;
            assumed = source == Source.ASSUMED;
            because.add(Reason.of(Reason.Key.COMPARED, value, operator, required, unitInWords, met));
            if (met) {
                return finding(Outcome.PASS, List.of(), null, Label.of(""));
            }
            because.add(dueReason());
            if (!isDue) {
                return finding(Outcome.NOT_DUE, List.of(), progress(value), Label.of(""));
            }
            return operator == Operator.ABOUT && isNear(value)
                    ? review(value)
                    : finding(Outcome.FAIL, List.of(), null, Label.of(""));
        }

        private static boolean isMet(Operator operator, int order) {
            return switch (operator) {
                case AT_LEAST, ABOUT -> order >= 0;
                case AT_MOST -> order <= 0;
                case MORE_THAN -> order > 0;
                case LESS_THAN -> order < 0;
            };
        }

        private static BigDecimal margin(Operator operator, BigDecimal value, BigDecimal line) {
            boolean upwards = operator != Operator.AT_MOST && operator != Operator.LESS_THAN;
            return upwards ? value.subtract(line) : line.subtract(value);
        }

        private Reason dueReason() {
            if (due == null) {
                return Reason.of(Reason.Key.STANDING);
            }
            return Reason.of(isDue ? Reason.Key.DUE_PASSED : Reason.Key.DUE_AHEAD, due);
        }

        private boolean isNear(BigDecimal value) {
            return value.compareTo(required.subtract(required.multiply(ABOUT_TOLERANCE))) >= 0;
        }

        private Finding review(BigDecimal value) {
            because.add(Reason.of(Reason.Key.NEAR));
            String line = required.stripTrailingZeros().toPlainString();
            String en = Unit.of(unit).map(known -> known.inWords().en()).orElse("");
            Label question = new Label(
                    row.measure.zh() + "为" + value.toPlainString() + unit + "，能否视为达到“" + line + unit + "左右”？",
                    row.measure.en() + " is " + value.toPlainString() + " " + en + ": is this about " + line + " " + en
                            + "?");
            return finding(Outcome.NEEDS_REVIEW, List.of(), null, question);
        }

        private @Nullable Progress progress(BigDecimal value) {
            Integer since = row.target.measure().since();
            BigDecimal from = since == null ? row.baselines.get(place.getCode()) : BigDecimal.ZERO;
            if (due == null || from == null) {
                return null;
            }
            int year = since == null ? SamplePlan.BASELINE_YEAR : since - 1;
            LocalDate start = LocalDate.of(year, 12, 31);
            BigDecimal gone = BigDecimal.valueOf(ChronoUnit.DAYS.between(start, asOf));
            BigDecimal whole = BigDecimal.valueOf(ChronoUnit.DAYS.between(start, due));
            BigDecimal expected =
                    from.add(required.subtract(from).multiply(gone).divide(whole, MathContext.DECIMAL64));
            boolean behind = margin(row.target.operator(), value, expected).signum() < 0;
            return new Progress(from, year, expected.setScale(6, RoundingMode.HALF_UP), behind);
        }

        private Finding insufficient(Missing missing) {
            return finding(Outcome.INSUFFICIENT_DATA, List.of(missing), null, Label.of(""));
        }

        private Finding finding(Outcome outcome, List<Missing> missing, @Nullable Progress progress, Label question) {
            return new Finding(
                    row.rule(),
                    place.name(),
                    outcome,
                    new Finding.Measurement(measured, margin, basis, assumed),
                    new Finding.Target(required, row.target.operator(), unit, due),
                    row.relations,
                    new Finding.Remainder(missing, List.of(), progress, question),
                    List.copyOf(because));
        }
    }
}
