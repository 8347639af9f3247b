package plancheck.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Stage;

/**
 * What a provision asks of a subject it binds. It answers for itself; where the answer is another room's, as judging is,
 * that room gives one for each kind by {@link #fold}, so that a kind that is new does not compile before it has them all.
 */
public sealed interface Criterion {

    /** What a dossier has to give for it. */
    enum Input {
        FIGURE,
        FIGURE_OF_EACH_YEAR,
        YES_OR_NO,
        STAGE,
        /** What a project is, where it lies and what it says it rests on. */
        BASIS,
        /** Evidence at most: a person decides. */
        NOTHING
    }

    /** One answer for each kind. */
    interface Cases<T> {
        T threshold(Threshold asked);

        T yearly(YearlyThreshold asked);

        T answer(RequiredAnswer asked);

        T reached(RequiredStage asked);

        T review(Review asked);

        T basis(RequiredBasis asked);
    }

    <T> T fold(Cases<T> cases);

    /** One word for it, as in {@code rules list}. */
    String kind();

    Input given();

    /** When it is due for the first time, at the end of the day; null for a standing duty (ruling R12). */
    @Nullable
    LocalDate due();

    /** All dates its words name, a span's last year alone; a standing duty has none. */
    default List<LocalDate> dueDates() {
        return Stream.ofNullable(due()).toList();
    }

    /** The years that count each by itself; empty for anything but a span. */
    default List<Integer> years() {
        return List.of();
    }

    /** How a figure is compared; empty for anything but numbers. */
    default Optional<Operator> comparison() {
        return Optional.empty();
    }

    /** What a figure is compared with from which day on, in rising order; empty for anything but numbers. */
    default List<Milestone> line() {
        return List.of();
    }

    /** The numbers of its line; the plan's baseline is none of them. */
    default List<BigDecimal> values() {
        return line().stream()
                .flatMap(milestone -> Stream.ofNullable(milestone.value()))
                .toList();
    }

    /** What is asked of a figure at a date, where it is one line by dates; empty for anything else. */
    default Optional<Threshold> threshold() {
        return Optional.empty();
    }

    /** The stages of a work that it asks for, in rising order; empty for anything else. */
    default List<Stage> stages() {
        return List.of();
    }

    /** Of an answer in parts: whether one of them keeps it; else all must. */
    default boolean anyPart() {
        return false;
    }

    /** The same, its parts taken together as another takes them that has the question; itself for anything but an answer. */
    default Criterion quantifiedAs(Criterion whole) {
        return this;
    }

    /** Whether the plan's baseline is the line to beat. */
    default boolean isAgainstBaseline() {
        return line().stream().anyMatch(milestone -> milestone.value() == null);
    }

    /** Whether the clause says 基本, so that ruling R3 decides over the list. */
    default boolean nearlyAll() {
        return false;
    }

    /** The question it leaves to a person; empty for what the judge decides. */
    default Optional<Label> leftToPerson() {
        return Optional.empty();
    }

    /** What is asked from a day on. */
    interface Dated {
        /** End of the day it is due; null when standing. */
        @Nullable
        LocalDate due();

        /** The last of them whose day has come; before the first, the first. */
        private static <T extends Dated> T at(LocalDate date, List<T> inRisingOrder) {
            T asked = inRisingOrder.get(0);
            for (T each : inRisingOrder) {
                LocalDate due = each.due();
                if (due == null || !date.isBefore(due)) {
                    asked = each;
                }
            }
            return asked;
        }

        private static List<LocalDate> dates(List<? extends Dated> all) {
            return all.stream().flatMap(each -> Stream.ofNullable(each.due())).toList();
        }
    }

    /** A value by a date, or by several dates in rising order. */
    record Threshold(Operator operator, List<Milestone> milestones) implements Criterion {

        /** What is asked at a date. */
        public Milestone at(LocalDate date) {
            return Dated.at(date, milestones);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.threshold(this);
        }

        @Override
        public Optional<Threshold> threshold() {
            return Optional.of(this);
        }

        @Override
        public String kind() {
            return isAgainstBaseline() ? "trend" : "threshold";
        }

        @Override
        public Input given() {
            return Input.FIGURE;
        }

        @Override
        public @Nullable LocalDate due() {
            return milestones.get(0).due();
        }

        @Override
        public List<LocalDate> dueDates() {
            return Dated.dates(milestones);
        }

        @Override
        public Optional<Operator> comparison() {
            return Optional.of(operator);
        }

        @Override
        public List<Milestone> line() {
            return milestones;
        }
    }

    /** A value in each year of a span (rulings R7, R8). */
    record YearlyThreshold(Operator operator, int from, int to, BigDecimal value) implements Criterion {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.yearly(this);
        }

        @Override
        public String kind() {
            return "yearly";
        }

        @Override
        public Input given() {
            return Input.FIGURE_OF_EACH_YEAR;
        }

        @Override
        public LocalDate due() {
            return endOf(from);
        }

        @Override
        public List<LocalDate> dueDates() {
            return List.of(endOf(to));
        }

        @Override
        public List<Integer> years() {
            return IntStream.rangeClosed(from, to).boxed().toList();
        }

        @Override
        public Optional<Operator> comparison() {
            return Optional.of(operator);
        }

        @Override
        public List<Milestone> line() {
            return List.of(new Milestone(due(), value));
        }

        private static LocalDate endOf(int year) {
            return LocalDate.of(year, 12, 31);
        }
    }

    /**
     * An answer: a declared duty, a prohibition, or a property that every item of a list must have.
     *
     * @param expected the answer that keeps the provision: true for a duty, false for a prohibition
     * @param anyPart of a duty with parts: whether one of them keeps it; else all must
     */
    record RequiredAnswer(boolean expected, @Nullable LocalDate due, boolean nearlyAll, boolean anyPart)
            implements Criterion {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.answer(this);
        }

        @Override
        public Criterion quantifiedAs(Criterion whole) {
            return whole.given() == Input.YES_OR_NO
                    ? new RequiredAnswer(expected, due, nearlyAll, whole.anyPart())
                    : this;
        }

        @Override
        public String kind() {
            return expected ? "duty" : "prohibition";
        }

        @Override
        public Input given() {
            return Input.YES_OR_NO;
        }
    }

    /**
     * Stages of a work by dates in rising order (ruling R26), each further than the one before.
     *
     * @param milestones at least one
     */
    record RequiredStage(List<StageMilestone> milestones) implements Criterion {

        /** One that has but one date. */
        public static RequiredStage of(Stage stage, @Nullable LocalDate due) {
            return new RequiredStage(List.of(new StageMilestone(due, stage)));
        }

        /** What is asked at a date. */
        public StageMilestone at(LocalDate date) {
            return Dated.at(date, milestones);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.reached(this);
        }

        @Override
        public List<Stage> stages() {
            return milestones.stream().map(StageMilestone::stage).toList();
        }

        @Override
        public String kind() {
            return "stage";
        }

        @Override
        public Input given() {
            return Input.STAGE;
        }

        @Override
        public @Nullable LocalDate due() {
            return milestones.get(0).due();
        }

        @Override
        public List<LocalDate> dueDates() {
            return Dated.dates(milestones);
        }
    }

    /** @param due end of the day it is due; null when standing */
    record StageMilestone(@Nullable LocalDate due, Stage stage) implements Dated {}

    /** A question the clause leaves to a person. */
    record Review(Label question, @Nullable LocalDate due) implements Criterion {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.review(this);
        }

        @Override
        public String kind() {
            return "review";
        }

        @Override
        public Input given() {
            return Input.NOTHING;
        }

        @Override
        public Optional<Label> leftToPerson() {
            return Optional.of(question);
        }
    }

    /**
     * That a project rests on something of the plans: a work that one of them names, or a kind of works that one calls for
     * where the project lies. What has no such basis is neither forbidden nor provided for, and left to a person.
     */
    record RequiredBasis(@Nullable LocalDate due) implements Criterion {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.basis(this);
        }

        @Override
        public String kind() {
            return "basis";
        }

        @Override
        public Input given() {
            return Input.BASIS;
        }

        @Override
        public Optional<Label> leftToPerson() {
            return Optional.of(WITHOUT);
        }

        private static final Label WITHOUT = new Label(
                "规划没有点名、也没有要求在当地建设的项目，是否同意建设？", "Is a project to be built that no plan names or calls for there?");
    }

    /**
     * @param due end of the day it is due; null when standing
     * @param value in the indicator's unit; null when the plan's baseline is the line to beat
     */
    record Milestone(@Nullable LocalDate due, @Nullable BigDecimal value) implements Dated {}
}
