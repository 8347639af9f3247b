package plancheck.rulebook.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Nearest;
import plancheck.rulebook.Operator;
import plancheck.rulebook.Part;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.Ruling;
import plancheck.rulebook.Scope;

/** Reads one rule's head into a provision; what it cannot read it reports with file, line and advice. */
public final class ProvisionReader {
    private static final Pattern NAME = Pattern.compile("(([A-Z]+)-(\\d+)(?:[.\\-][0-9B.\\-]*)?)-([a-z]+) (\\S.*)");
    private static final Pattern VALUE = Pattern.compile("(-?\\d{1,18}(?:\\.\\d{1,9})?)\\s*(\\D*)");
    private static final Map<String, Operator> OPERATORS = Map.of(
            "atLeast", Operator.AT_LEAST,
            "atMost", Operator.AT_MOST,
            "moreThan", Operator.MORE_THAN,
            "lessThan", Operator.LESS_THAN,
            "about", Operator.ABOUT);
    private static final Message REGISTER = Message.of("rulebook.name-it-first");
    private static final Set<String> ANSWERS = Set.of("yes", "no", "nearlyAll");
    private final RuleBook book;
    private final RuleHead head;
    private final List<RuleBookProblem> problems;
    private final int problemsBefore;

    public ProvisionReader(RuleBook book, RuleHead head, List<RuleBookProblem> problems) {
        this.book = book;
        this.head = head;
        this.problems = problems;
        this.problemsBefore = problems.size();
    }

    /** The provision; empty when a problem was reported. */
    public Optional<Provision> read() {
        Matcher name = NAME.matcher(head.name());
        if (!name.matches()) {
            problem(
                    "",
                    Message.of("rulebook.title-malformed", head.name()),
                    Message.of("rulebook.write-id-blank-and-title"));
            return Optional.empty();
        }
        Plan plan = plan(name);
        checkWhole();
        Scope scope = new ScopeReader(book, head, problems).read();
        String id = name.group(1) + "-" + name.group(4);
        Indicator named = indicator("indicator");
        Criterion criterion = criterion(named);
        boolean isDuty = named == null && isDuty(criterion, scope);
        List<Part> parts = new PartsReader(book, head, problems).read(isDuty);
        Indicator indicator =
                isDuty ? Indicator.declaration(id, name.group(5), annotation("en"), of(scope), parts) : named;
        checkIndicator(indicator, criterion, scope);
        Force force = Term.find(Force.class, annotation("force")).orElse(null);
        if (force == null) {
            problem(
                    "force",
                    Message.of("rulebook.force-is-none-of-must-strive"),
                    Message.of("rulebook.choose-by-clauses-own-words"));
        }
        List<String> rulings = words("ruling");
        rulings.stream()
                .filter(ruling -> !book.rulings().containsKey(ruling))
                .forEach(ruling -> problem(
                        "ruling",
                        Message.of("rulebook.no-such-ruling", ruling),
                        Message.of("rulebook.enter-it-in-rulings-yaml-or-put")));
        checkParameter("about", Ruling.Parameter.ABOUT_WITHIN, rulings);
        checkParameter("nearlyAll", Ruling.Parameter.NEARLY_ALL_FROM, rulings);
        words("reviewWithout").stream()
                .filter(other -> !book.indicators().containsKey(other))
                .forEach(other -> problem("reviewWithout", Message.of("rulebook.no-such-indicator", other), REGISTER));
        checkParticulars(criterion);
        List<Citation> citations = citations(plan);
        if (problems.size() > problemsBefore || plan == null || force == null || criterion == null) {
            return Optional.empty();
        }
        return Optional.of(new Provision(
                id,
                name.group(5),
                annotation("en"),
                plan.id(),
                force,
                scope,
                criterion,
                indicator,
                indicator("total"),
                words("reviewWithout"),
                citations,
                rulings,
                List.of(),
                head.annotations().getOrDefault("remedy", ""),
                new Provision.Particulars(annotation("feature"), annotation("named"), annotation("sameAs")),
                new Provision.Written(head.file(), head.line(), head.source(), head.written())));
    }

    private void checkParticulars(@Nullable Criterion criterion) {
        String feature = annotation("feature");
        if (!feature.isEmpty() && !book.features().containsKey(feature)) {
            String near = Nearest.to(feature, List.copyOf(book.features().keySet()));
            problem(
                    "feature",
                    Message.of("rulebook.no-such-feature", feature),
                    near.isEmpty()
                            ? Message.of("rulebook.name-it-in-features")
                            : Message.of("rulebook.did-you-mean", near));
        }
        if (!annotation("anchor").contains(annotation("named"))) {
            problem(
                    "named",
                    Message.of("rulebook.named-not-in-anchor", annotation("named")),
                    Message.of("rulebook.name-by-words-of-anchor"));
        }
        boolean answered = criterion != null
                && (criterion.given() == Criterion.Input.STAGE || criterion.given() == Criterion.Input.YES_OR_NO);
        boolean own = annotation("indicator").isEmpty()
                && annotation("all").isEmpty()
                && annotation("any").isEmpty();
        if (!annotation("sameAs").isEmpty() && !(answered && own)) {
            problem("sameAs", Message.of("rulebook.same-as-malformed"), Message.of("rulebook.write-same-as"));
        }
    }

    /** What is asked by a vague word is judged by the number of one ruling, which must be cited. */
    private void checkParameter(String annotation, Ruling.Parameter parameter, List<String> rulings) {
        long given = rulings.stream()
                .flatMap(id -> Optional.ofNullable(book.rulings().get(id)).stream())
                .filter(ruling -> ruling.parameters().containsKey(parameter))
                .count();
        if (head.annotations().containsKey(annotation) && given != 1) {
            problem(
                    annotation,
                    Message.of("rulebook.not-clear-which-ruling-goes", annotation, parameter.id(), given),
                    Message.of("rulebook.cite-one-that-has-it"));
        }
    }

    /** A duty of its own needs no indicator: the dossier declares it under the provision's id. */
    private boolean isDuty(@Nullable Criterion criterion, Scope scope) {
        return criterion != null
                && criterion.given() == Criterion.Input.YES_OR_NO
                && scope.of() != Scope.Sort.ITEM
                && annotation("indicator").isEmpty();
    }

    private static List<String> of(Scope scope) {
        return scope.of() == Scope.Sort.PROJECT
                ? List.of("project")
                : scope.levels().stream().map(Level::id).toList();
    }

    private @Nullable Plan plan(Matcher name) {
        Plan plan = book.plans().values().stream()
                .filter(p -> p.prefix().equals(name.group(2)))
                .findFirst()
                .orElse(null);
        if (plan == null) {
            problem(
                    "",
                    Message.of("rulebook.no-such-prefix", name.group(2)),
                    Message.of("rulebook.check-id-or-enter-prefix"));
            return null;
        }
        String expected = plan.id() + "/" + name.group(3) + "/" + name.group(1) + ".drl";
        if (!head.file().equals(expected)) {
            problem(
                    "",
                    Message.of("rulebook.wrong-directory", name.group(1), expected),
                    Message.of("rulebook.move-rule-or-put-id-right"));
        }
        return plan;
    }

    private void checkWhole() {
        for (String needed : List.of("clause", "anchor", "force", "en")) {
            if (annotation(needed).isEmpty()) {
                problem("", Message.of("rulebook.annotation-missing", needed), Message.of("rulebook.add-it"));
            }
        }
    }

    private @Nullable Indicator indicator(String annotation) {
        String id = annotation(annotation);
        if (id.isEmpty()) {
            return null;
        }
        Indicator indicator = book.indicators().get(id);
        if (indicator == null) {
            String near = Nearest.to(id, List.copyOf(book.indicators().keySet()));
            problem(
                    annotation,
                    Message.of("rulebook.no-such-indicator", id),
                    near.isEmpty() ? REGISTER : Message.of("rulebook.did-you-mean", near));
        }
        return indicator;
    }

    private void checkIndicator(@Nullable Indicator indicator, @Nullable Criterion criterion, Scope scope) {
        Criterion.Input given = criterion == null ? Criterion.Input.FIGURE : criterion.given();
        boolean needed =
                given != Criterion.Input.STAGE && given != Criterion.Input.BASIS && given != Criterion.Input.NOTHING;
        if (given == Criterion.Input.BASIS && scope.of() != Scope.Sort.PROJECT) {
            problem("basis", Message.of("rulebook.basis-of-no-project"), Message.of("rulebook.ask-basis-of-project"));
        }
        if (needed && indicator == null) {
            problem(
                    "",
                    Message.of("rulebook.indicator-missing"),
                    Message.of("rulebook.say-which-indicator-it-is-judged"));
            return;
        }
        if (indicator == null) {
            return;
        }
        if ((given == Criterion.Input.YES_OR_NO) != indicator.isAnswer()) {
            problem(
                    "indicator",
                    Message.of("rulebook.indicator-is-not-of-type", indicator.id()),
                    Message.of("rulebook.answers-are-asked-by-yes"));
        }
        boolean list = scope.of() == Scope.Sort.ITEM;
        if (list && annotation("total").isEmpty()) {
            problem(
                    "",
                    Message.of("rulebook.provision-of-list-lacks-total"),
                    Message.of("rulebook.say-which-indicator-tells-how-many"));
        }
        boolean belongs = switch (scope.of()) {
            case ITEM -> indicator.of().contains(scope.kind());
            case PROJECT -> indicator.of().contains("project");
            case PLACE ->
                scope.levels().stream().allMatch(level -> indicator.of().contains(level.id()));
        };
        if (!belongs) {
            problem(
                    "indicator",
                    Message.of("rulebook.indicator-is-none-of-what", indicator.id()),
                    Message.of("rulebook.check-its-of"));
        }
    }

    private @Nullable Criterion criterion(@Nullable Indicator indicator) {
        List<String> asked = head.annotations().keySet().stream()
                .filter(a -> OPERATORS.containsKey(a)
                        || ANSWERS.contains(a)
                        || a.equals("stage")
                        || a.equals("basis")
                        || a.equals("review"))
                .toList();
        if (asked.size() != 1) {
            problem(
                    "",
                    asked.isEmpty()
                            ? Message.of("rulebook.does-not-say-what-is-asked")
                            : Message.of("rulebook.asks-more-than-one-thing", asked),
                    Message.of("rulebook.rule-asks-one-thing-for-example"));
            return null;
        }
        String annotation = asked.get(0);
        String value = annotation(annotation);
        if (OPERATORS.containsKey(annotation)) {
            return number(annotation, value, indicator);
        }
        return switch (annotation) {
            case "stage" -> stage(value);
            case "basis" -> new Criterion.RequiredBasis(due(annotation, value));
            case "review" ->
                new Criterion.Review(new Label(value, annotation("reviewEn")), due("due", annotation("due")));
            default ->
                new Criterion.RequiredAnswer(
                        !annotation.equals("no"),
                        due(annotation, value),
                        annotation.equals("nearlyAll"),
                        head.annotations().containsKey("any"));
        };
    }

    @SuppressWarnings("NullAway") // the operator was looked up by a key of the map
    private @Nullable Criterion number(String annotation, String value, @Nullable Indicator indicator) {
        Operator operator = OPERATORS.get(annotation);
        String years = annotation("years");
        if (!years.isEmpty()) {
            Matcher span = Pattern.compile("(\\d{4})\\.\\.(\\d{4})").matcher(years);
            if (!span.matches() || !isSpan(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2)))) {
                problem("years", Message.of("rulebook.years-malformed"), Message.of("rulebook.write-years"));
                return null;
            }
            BigDecimal each = amount(annotation, value, indicator);
            return each == null
                    ? null
                    : new Criterion.YearlyThreshold(
                            operator, Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2)), each);
        }
        List<Criterion.Milestone> milestones = new ArrayList<>();
        for (String part : value.split(",")) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                problem(
                        annotation,
                        Message.of("rulebook.lacks-date", part.strip()),
                        Message.of("rulebook.write-2025-12-31-60"));
                return null;
            }
            LocalDate due = due(annotation, part.substring(0, colon).strip());
            String amount = part.substring(colon + 1).strip();
            milestones.add(new Criterion.Milestone(
                    due, amount.equals("baseline") ? null : amount(annotation, amount, indicator)));
        }
        milestones.sort(
                Comparator.comparing(Criterion.Milestone::due, Comparator.nullsFirst(Comparator.naturalOrder())));
        return new Criterion.Threshold(operator, List.copyOf(milestones));
    }

    private @Nullable BigDecimal amount(String annotation, String text, @Nullable Indicator indicator) {
        Matcher value = VALUE.matcher(text);
        if (!value.matches()) {
            problem(
                    annotation,
                    Message.of("rulebook.no-number", text),
                    Message.of("rulebook.write-it-in-digits-with-unit"));
            return null;
        }
        BigDecimal amount = new BigDecimal(value.group(1));
        String unit = value.group(2).strip();
        if (unit.isEmpty() || indicator == null || indicator.unit() == null) {
            return amount;
        }
        Unit given = Unit.of(unit).orElse(null);
        if (given == null || !given.sameDimension(indicator.unit())) {
            problem(
                    annotation,
                    Message.of("rulebook.unit-is-no-measure-of-indicator", unit, indicator.id()),
                    Message.of("rulebook.use", indicator.unitSymbol()));
            return null;
        }
        return given.convert(amount, indicator.unit());
    }

    private @Nullable Criterion stage(String value) {
        List<Criterion.StageMilestone> milestones = new ArrayList<>();
        for (String part : value.split(",")) {
            int colon = part.indexOf(':');
            Stage stage =
                    Term.find(Stage.class, part.substring(colon + 1).strip()).orElse(null);
            Criterion.StageMilestone before = milestones.isEmpty() ? null : milestones.get(milestones.size() - 1);
            LocalDate due =
                    colon < 0 ? null : due("stage", part.substring(0, colon).strip());
            if (colon < 0 || stage == null || before != null && !follows(before, due, stage)) {
                problem("stage", Message.of("rulebook.stage-malformed"), Message.of("rulebook.write-stage"));
                return null;
            }
            milestones.add(new Criterion.StageMilestone(due, stage));
        }
        return new Criterion.RequiredStage(List.copyOf(milestones));
    }

    /** Whether the date is later, and the stage further. */
    private static boolean follows(Criterion.StageMilestone before, @Nullable LocalDate due, Stage stage) {
        LocalDate earlier = before.due();
        return due != null && (earlier == null || due.isAfter(earlier)) && stage.compareTo(before.stage()) > 0;
    }

    private @Nullable LocalDate due(String annotation, String text) {
        if (text.equals("standing")) {
            return null;
        }
        LocalDate day = day(text);
        if (day == null) {
            problem(
                    annotation,
                    Message.of("rulebook.no-date", text),
                    Message.of("rulebook.write-2025-12-31-or-standing"));
        }
        return day;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return isSpan(day.getYear(), day.getYear()) ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isSpan(int from, int to) {
        return YamlShape.FIRST_YEAR <= from && from <= to && to <= YamlShape.LAST_YEAR;
    }

    private List<Citation> citations(@Nullable Plan plan) {
        if (plan == null) {
            return List.of();
        }
        List<Citation> citations = new ArrayList<>();
        citations.add(citation("clause", plan, annotation("clause"), annotation("anchor")));
        for (String also : annotation("also").split(";")) {
            if (also.isBlank()) {
                continue;
            }
            String[] parts = also.strip().split("\\s*\\|\\s*");
            Plan other = parts.length == 3 ? book.plans().get(parts[0]) : null;
            if (other == null) {
                problem("also", Message.of("rulebook.also-malformed"), Message.of("rulebook.write-also"));
                continue;
            }
            citations.add(citation("also", other, parts[1], parts[2]));
        }
        return List.copyOf(citations);
    }

    private Citation citation(String annotation, Plan plan, String clause, String anchor) {
        boolean registered = plan.clauses().isEmpty()
                || plan.clauses().stream().anyMatch(entry -> entry.path().equals(clause));
        if (!registered) {
            problem(
                    annotation,
                    Message.of("rulebook.clause-is-not-in-register", clause, plan.name()),
                    Message.of("rulebook.put-path-right-or-enter-clause"));
        }
        return new Citation(plan.id(), plan.name(), plan.number(), clause, anchor);
    }

    private List<String> words(String annotation) {
        return Stream.of(annotation(annotation).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String annotation(String name) {
        return head.annotations().getOrDefault(name, "");
    }

    private void problem(String annotation, Phrase message, Phrase advice) {
        problems.add(new RuleBookProblem(head.file(), head.lineOf(annotation), message, advice));
    }
}
