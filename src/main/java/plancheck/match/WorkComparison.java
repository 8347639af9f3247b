package plancheck.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Project;
import plancheck.facts.ProjectContent;
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.facts.WorkNature;
import plancheck.facts.WorkStandard;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/**
 * What a plan promises of a work, beside what the project that is this work will be.
 *
 * @param promises what the plan says of it: its class, its stages by date, the amount that it counts
 * @param differences where the project is not what the plan says
 * @param unknown what the project would have to say for that to be known
 * @param amount what it adds to what the plan counts, in the plan's unit; null when the plan counts nothing or the project says nothing
 */
public record WorkComparison(
        List<Message> promises,
        List<Message> differences,
        List<Unknown> unknown,
        @Nullable BigDecimal amount) {

    /** @param pointer in the dossier */
    public record Unknown(String pointer, Label name) {}

    static WorkComparison of(PlannedWork work, Project project, RuleBook book) {
        Comparing comparing = new Comparing(work, project.content());
        comparing.built();
        comparing.nature();
        comparing.standard();
        comparing.otherPlans(book);
        inAllPlans(work, book)
                .flatMap(each -> each.askedBy().stream())
                .distinct()
                .flatMap(id -> book.provision(id).stream())
                .forEach(comparing::stages);
        BigDecimal amount = comparing.amount(book);
        return new WorkComparison(comparing.promises, comparing.differences, comparing.unknown, amount);
    }

    /** Of one work with one project. */
    private static final class Comparing {
        private final PlannedWork work;
        private final ProjectContent content;
        private final List<Message> promises = new ArrayList<>();
        private final List<Message> differences = new ArrayList<>();
        private final List<Unknown> unknown = new ArrayList<>();

        Comparing(PlannedWork work, ProjectContent content) {
            this.work = work;
            this.content = content;
        }

        void built() {
            if (work.isBuilt()) {
                differences.add(Message.of("match.built-already", work.name()));
            }
        }

        /** A work that is to be new is not one that is repaired; where the plan says no more than that it is one of its works, any will do. */
        void nature() {
            WorkNature own = content.nature();
            boolean says = work.nature() != WorkNature.OTHER;
            if (says && own == null) {
                unknown.add(new Unknown("nature", new Label("建设性质", "what is done")));
            } else if (says
                    && own != WorkNature.OTHER
                    && (work.nature() == WorkNature.NEW) != (own == WorkNature.NEW)) {
                differences.add(Message.of("match.other-nature", work.nature(), own));
            }
        }

        void standard() {
            for (WorkStandard standard : WorkStandard.values()) {
                String asked = work.standard().get(standard.id());
                if (asked == null) {
                    continue;
                }
                String own = content.standard().get(standard.id());
                promises.add(Message.of("match.promised-standard", standard.inWords(), standard.inWords(asked)));
                if (own == null) {
                    unknown.add(new Unknown("standard/" + standard.id(), standard.inWords()));
                } else if (!own.equals(asked) && !(isAtLeast() && standard.reaches(own, asked))) {
                    differences.add(Message.of(
                            "match.other-standard",
                            standard.inWords(),
                            standard.inWords(asked),
                            standard.inWords(own)));
                }
            }
            note().ifPresent(note -> promises.add(Message.of("match.promised-note", note)));
        }

        private boolean isAtLeast() {
            return note().filter(note -> note.contains("以上")).isPresent();
        }

        private Optional<String> note() {
            return Optional.ofNullable(work.standard().get(PlannedWork.NOTE));
        }

        /** What another plan says of the same work, where it says it otherwise. */
        void otherPlans(RuleBook book) {
            book.plannedWorks().stream()
                    .filter(other -> isSame(work, other))
                    .filter(other ->
                            !other.standard().isEmpty() && !work.standard().isEmpty())
                    .filter(other -> !other.standard().equals(work.standard()))
                    .forEach(other -> differences.add(
                            Message.of("match.plans-differ", said(work), plan(other, book), said(other))));
        }

        private static Label said(PlannedWork work) {
            List<Label> words = work.standard().entrySet().stream()
                    .map(entry -> Term.find(WorkStandard.class, entry.getKey())
                            .map(standard -> standard.inWords(entry.getValue()))
                            .orElse(Label.of(entry.getValue())))
                    .toList();
            return Label.list(words);
        }

        private static Label plan(PlannedWork work, RuleBook book) {
            return book.citation(work).document();
        }

        void stages(Provision provision) {
            List<Stage> stages = provision.criterion().stages();
            List<LocalDate> dates = provision.criterion().dueDates();
            for (int i = 0; i < Math.min(stages.size(), dates.size()); i++) {
                stage(provision.id(), stages.get(i), dates.get(i));
            }
        }

        private void stage(String provision, Stage asked, LocalDate due) {
            promises.add(Message.of("match.promised-stage", provision, day(due), asked));
            Stage then = stageAt(due);
            boolean later =
                    content.completion() == null && then == Stage.UNDER_CONSTRUCTION && asked == Stage.COMPLETED;
            if (then == null || later) {
                boolean begins = content.start() == null && asked != Stage.COMPLETED;
                unknown.add(
                        begins
                                ? new Unknown("start", new Label("开工日期", "day when work starts"))
                                : new Unknown("completion", ProjectContent.COMPLETION));
            } else if (!then.reaches(asked)) {
                differences.add(Message.of("match.later-than-promised", day(due), asked, then));
            }
        }

        /** How far it will be at a day by its own dates; null where they do not tell. What has begun is at least being built. */
        private @Nullable Stage stageAt(LocalDate day) {
            LocalDate start = content.start();
            LocalDate completion = content.completion();
            if (completion != null && !completion.isAfter(day)) {
                return Stage.COMPLETED;
            }
            if (start == null) {
                return null;
            }
            if (start.isAfter(day)) {
                return Stage.PRELIMINARY;
            }
            return Stage.UNDER_CONSTRUCTION;
        }

        @Nullable
        BigDecimal amount(RuleBook book) {
            PlannedWork.Quantity counted = work.quantity();
            if (counted == null) {
                return null;
            }
            BigDecimal own = own(counted.unit());
            promises.add(Message.of("match.promised-amount", counted.value(), counted.unit()));
            work.askedBy().stream()
                    .flatMap(id -> book.provision(id).stream())
                    .filter(provision -> provision.criterion().comparison().isPresent())
                    .flatMap(provision -> provision.criterion().dueDates().stream())
                    .max(Comparator.naturalOrder())
                    .ifPresent(this::countedBy);
            if (own == null) {
                unknown.add(new Unknown("amounts", Label.filled("主要工程量（%s）", "main quantities (%s)", counted.unit())));
            } else if (own.compareTo(counted.value()) > 0) {
                differences.add(Message.of("match.more-than-counted", own, counted.value(), counted.unit()));
            }
            return own;
        }

        /** What is finished later is not counted. */
        private void countedBy(LocalDate due) {
            promises.add(Message.of("match.promised-count-by", day(due)));
            LocalDate completion = content.completion();
            if (completion == null) {
                unknown.add(new Unknown("completion", ProjectContent.COMPLETION));
            } else if (completion.isAfter(due)) {
                differences.add(Message.of("match.later-than-counted", day(due)));
            }
        }

        /** The only amount in the unit, or the only one that is of what the plan counts; null where several might be meant. */
        private @Nullable BigDecimal own(String unit) {
            List<ProjectContent.Amount> all = content.amounts().stream()
                    .filter(amount -> amount.in(unit) != null)
                    .toList();
            List<ProjectContent.Amount> ofIt = all.stream()
                    .filter(amount -> work.countedBy().stream().anyMatch(amount.of()::contains))
                    .toList();
            List<ProjectContent.Amount> meant = ofIt.isEmpty() ? all : ofIt;
            return meant.size() == 1 ? meant.get(0).in(unit) : null;
        }

        private static Label day(LocalDate day) {
            return new Label(
                    day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日", day.toString());
        }
    }

    /** The work, and what is the same in another plan. */
    public static Stream<PlannedWork> inAllPlans(PlannedWork work, RuleBook book) {
        return Stream.concat(Stream.of(work), book.plannedWorks().stream().filter(other -> isSame(work, other)));
    }

    /** One work that two plans name. */
    static boolean isSame(PlannedWork one, PlannedWork other) {
        return !one.plan().equals(other.plan())
                && Stream.concat(one.askedBy().stream(), one.same().stream())
                        .anyMatch(id ->
                                other.askedBy().contains(id) || other.same().contains(id));
    }
}
