package plancheck.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Stage;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Operator;
import plancheck.rulebook.Provision;

/** A requirement with each threshold, date and operator changed by one step. */
final class CriterionMutants implements Criterion.Cases<List<CriterionMutants.Mutant>> {

    /** @param change says what was changed */
    record Mutant(String change, Criterion criterion) {}

    private final boolean inParts;

    private CriterionMutants(boolean inParts) {
        this.inParts = inParts;
    }

    static List<Mutant> of(Provision provision) {
        Indicator indicator = provision.indicator();
        return provision
                .criterion()
                .fold(new CriterionMutants(
                        indicator != null && !indicator.parts().isEmpty()));
    }

    @Override
    public List<Mutant> threshold(Criterion.Threshold asked) {
        List<Mutant> mutants = new ArrayList<>(
                operators(asked.operator(), other -> new Criterion.Threshold(other, asked.milestones())));
        for (int i = 0; i < asked.milestones().size(); i++) {
            Criterion.Milestone m = asked.milestones().get(i);
            int at = i;
            BigDecimal value = m.value();
            if (value != null) {
                for (int step : new int[] {-1, 1}) {
                    mutants.add(new Mutant(
                            "value " + value + " " + step,
                            replaced(asked, at, new Criterion.Milestone(m.due(), stepped(value, step)))));
                }
            }
            mutants.addAll(dates(m.due(), due -> replaced(asked, at, new Criterion.Milestone(due, value))));
        }
        return mutants;
    }

    @Override
    public List<Mutant> yearly(Criterion.YearlyThreshold y) {
        List<Mutant> mutants = new ArrayList<>(
                operators(y.operator(), other -> new Criterion.YearlyThreshold(other, y.from(), y.to(), y.value())));
        for (int step : new int[] {-1, 1}) {
            mutants.add(new Mutant(
                    "value " + step,
                    new Criterion.YearlyThreshold(y.operator(), y.from(), y.to(), stepped(y.value(), step))));
            mutants.add(new Mutant(
                    "from " + step, new Criterion.YearlyThreshold(y.operator(), y.from() + step, y.to(), y.value())));
            mutants.add(new Mutant(
                    "to " + step, new Criterion.YearlyThreshold(y.operator(), y.from(), y.to() + step, y.value())));
        }
        return mutants;
    }

    @Override
    public List<Mutant> answer(Criterion.RequiredAnswer a) {
        Mutant other =
                new Mutant("answer", new Criterion.RequiredAnswer(!a.expected(), a.due(), a.nearlyAll(), a.anyPart()));
        List<Mutant> mutants = new ArrayList<>(List.of(other));
        mutants.addAll(
                dates(a.due(), due -> new Criterion.RequiredAnswer(a.expected(), due, a.nearlyAll(), a.anyPart())));
        if (inParts) {
            mutants.add(new Mutant(
                    "all or any", new Criterion.RequiredAnswer(a.expected(), a.due(), a.nearlyAll(), !a.anyPart())));
        }
        return mutants;
    }

    @Override
    public List<Mutant> reached(Criterion.RequiredStage r) {
        List<Mutant> mutants = new ArrayList<>();
        for (int i = 0; i < r.milestones().size(); i++) {
            int at = i;
            Criterion.StageMilestone m = r.milestones().get(at);
            mutants.addAll(dates(m.due(), due -> replaced(r, at, new Criterion.StageMilestone(due, m.stage()))));
            for (int step : new int[] {-1, 1}) {
                int to = m.stage().ordinal() + step;
                if (to >= 0 && to < Stage.values().length) {
                    mutants.add(new Mutant(
                            "stage " + i + " " + step,
                            replaced(r, at, new Criterion.StageMilestone(m.due(), Stage.values()[to]))));
                }
            }
        }
        return mutants;
    }

    @Override
    public List<Mutant> review(Criterion.Review r) {
        return dates(r.due(), due -> new Criterion.Review(r.question(), due));
    }

    /** In force before the plan was: nothing of what a project rests on is asked otherwise. */
    @Override
    public List<Mutant> basis(Criterion.RequiredBasis asked) {
        return List.of();
    }

    /** One unit of the last digit as written. */
    static BigDecimal stepped(BigDecimal value, int step) {
        return value.add(
                BigDecimal.ONE.movePointLeft(Math.max(0, value.scale())).multiply(BigDecimal.valueOf(step)));
    }

    private static Criterion replaced(Criterion.RequiredStage asked, int at, Criterion.StageMilestone milestone) {
        List<Criterion.StageMilestone> milestones = new ArrayList<>(asked.milestones());
        milestones.set(at, milestone);
        return new Criterion.RequiredStage(milestones);
    }

    private static Criterion replaced(Criterion.Threshold threshold, int at, Criterion.Milestone milestone) {
        List<Criterion.Milestone> milestones = new ArrayList<>(threshold.milestones());
        milestones.set(at, milestone);
        return new Criterion.Threshold(threshold.operator(), milestones);
    }

    private static List<Mutant> operators(Operator written, Function<Operator, Criterion> with) {
        return Arrays.stream(Operator.values())
                .filter(other -> other != written)
                .map(other -> new Mutant("operator " + other, with.apply(other)))
                .toList();
    }

    private static List<Mutant> dates(@Nullable LocalDate due, Function<LocalDate, Criterion> with) {
        return due == null
                ? List.of()
                : List.of(
                        new Mutant("due a day earlier", with.apply(due.minusDays(1))),
                        new Mutant("due a day later", with.apply(due.plusDays(1))),
                        new Mutant("due a year earlier", with.apply(due.minusYears(1))),
                        new Mutant("due a year later", with.apply(due.plusYears(1))));
    }
}
