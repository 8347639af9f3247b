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
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Nearest;
import plancheck.rulebook.Operator;
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
    private static final Label REGISTER = new Label("请先在 indicators.yaml 中登记", "name it in indicators.yaml first");
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
                    Label.filled("规则名“%s”不合规范", "the title “%s” is not well formed", head.name()),
                    new Label("请写成“编号 标题”，例如 PL-3.2-B2-2-b 污泥无害化处置率达到100%", "write an id, a blank and a title"));
            return Optional.empty();
        }
        Plan plan = plan(name);
        checkWhole();
        Scope scope = new ScopeReader(book, head, problems).read();
        String id = name.group(1) + "-" + name.group(4);
        Indicator named = indicator("indicator");
        Criterion criterion = criterion(named);
        Indicator indicator = named == null && isDuty(criterion, scope)
                ? Indicator.declaration(id, name.group(5), annotation("en"), of(scope))
                : named;
        checkIndicator(indicator, criterion, scope);
        Force force = Term.find(Force.class, annotation("force")).orElse(null);
        if (force == null) {
            problem(
                    "force",
                    new Label("@force 不是 must、strive 或 encourage", "@force is none of must, strive and encourage"),
                    new Label("请按条款原词选择", "choose by the clause's own words"));
        }
        List<String> rulings = words("ruling");
        rulings.stream()
                .filter(ruling -> !book.rulings().containsKey(ruling))
                .forEach(ruling -> problem(
                        "ruling",
                        Label.filled("释义%s不存在", "there is no ruling %s", ruling),
                        new Label("请在 rulings.yaml 中登记，或改正编号", "enter it in rulings.yaml, or put the id right")));
        checkParameter("about", Ruling.Parameter.ABOUT_WITHIN, rulings);
        checkParameter("nearlyAll", Ruling.Parameter.NEARLY_ALL_FROM, rulings);
        words("reviewWithout").stream()
                .filter(other -> !book.indicators().containsKey(other))
                .forEach(other -> problem(
                        "reviewWithout", Label.filled("指标“%s”不存在", "there is no indicator “%s”", other), REGISTER));
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
                head.file(),
                head.line(),
                head.source(),
                head.written()));
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
                    Label.filled(
                            "@%s 按哪条释义掌握不明：@ruling 中写有 %s 的释义有%s条",
                            "it is not clear which ruling @%s goes by: of those in @ruling, %3$s have a number for %2$s",
                            annotation,
                            parameter.id(),
                            given),
                    new Label(
                            "请在 @ruling 中引用一条，它在 rulings.yaml 的 parameters 中写有该数",
                            "cite one that has it in its parameters"));
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
                    Label.filled("编号前缀%s没有对应的规划", "no plan has the prefix %s", name.group(2)),
                    new Label(
                            "请检查编号，或在该规划的 plan.yaml 中登记 prefix",
                            "check the id, or enter the prefix in the plan's plan.yaml"));
            return null;
        }
        String expected = plan.id() + "/" + name.group(3) + "/" + name.group(1) + ".drl";
        if (!head.file().equals(expected)) {
            problem(
                    "",
                    Label.filled("编号%s应写在文件%s中", "a provision of %s belongs into %s", name.group(1), expected),
                    new Label("请移动规则或改正编号", "move the rule or put the id right"));
        }
        return plan;
    }

    private void checkWhole() {
        for (String needed : List.of("clause", "anchor", "force", "en")) {
            if (annotation(needed).isEmpty()) {
                problem("", Label.filled("缺少 @%s", "@%s is missing", needed), new Label("请补上", "add it"));
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
                    Label.filled("指标“%s”不存在", "there is no indicator “%s”", id),
                    near.isEmpty() ? REGISTER : Label.filled("是否想写 %s？", "did you mean %s?", near));
        }
        return indicator;
    }

    private void checkIndicator(@Nullable Indicator indicator, @Nullable Criterion criterion, Scope scope) {
        Criterion.Input given = criterion == null ? Criterion.Input.FIGURE : criterion.given();
        boolean needed = given != Criterion.Input.STAGE && given != Criterion.Input.NOTHING;
        if (needed && indicator == null) {
            problem(
                    "",
                    new Label("缺少 @indicator", "@indicator is missing"),
                    new Label("请写明用哪项指标判定", "say which indicator it is judged by"));
            return;
        }
        if (indicator == null) {
            return;
        }
        if ((given == Criterion.Input.YES_OR_NO) != indicator.isAnswer()) {
            problem(
                    "indicator",
                    Label.filled("指标%s的类型与要求不一致", "the indicator %s is not of the type that is asked", indicator.id()),
                    new Label(
                            "是否类指标用 @yes、@no 或 @nearlyAll，数值类用 @atLeast 等",
                            "answers are asked by @yes, @no or @nearlyAll, numbers by @atLeast and the like"));
        }
        boolean list = scope.of() == Scope.Sort.ITEM;
        if (list && annotation("total").isEmpty()) {
            problem(
                    "",
                    new Label("清单类规定缺少 @total", "a provision of a list lacks @total"),
                    new Label(
                            "请写明哪项指标说明应有多少个对象，否则少报一个就会误判为符合",
                            "say which indicator tells how many there are, or a forgotten one would make it pass"));
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
                    Label.filled("指标%s不属于本规定所约束的对象", "the indicator %s is none of what is bound here", indicator.id()),
                    new Label("请检查 indicators.yaml 中该指标的 of", "check its of in indicators.yaml"));
        }
    }

    private @Nullable Criterion criterion(@Nullable Indicator indicator) {
        List<String> asked = head.annotations().keySet().stream()
                .filter(a -> OPERATORS.containsKey(a) || ANSWERS.contains(a) || a.equals("stage") || a.equals("review"))
                .toList();
        if (asked.size() != 1) {
            problem(
                    "",
                    asked.isEmpty()
                            ? new Label("没有写明要求", "it does not say what is asked")
                            : Label.filled("写了不止一项要求：%s", "it asks more than one thing: %s", asked),
                    new Label(
                            "一条规则只写一项要求，例如 @atLeast( \"2025-12-31: 60\" )",
                            "a rule asks one thing, for example @atLeast( \"2025-12-31: 60\" )"));
            return null;
        }
        String annotation = asked.get(0);
        String value = annotation(annotation);
        if (OPERATORS.containsKey(annotation)) {
            return number(annotation, value, indicator);
        }
        return switch (annotation) {
            case "stage" -> stage(value);
            case "review" ->
                new Criterion.Review(new Label(value, annotation("reviewEn")), due("due", annotation("due")));
            default ->
                new Criterion.RequiredAnswer(
                        !annotation.equals("no"), due(annotation, value), annotation.equals("nearlyAll"));
        };
    }

    @SuppressWarnings("NullAway") // the operator was looked up by a key of the map
    private @Nullable Criterion number(String annotation, String value, @Nullable Indicator indicator) {
        Operator operator = OPERATORS.get(annotation);
        String years = annotation("years");
        if (!years.isEmpty()) {
            Matcher span = Pattern.compile("(\\d{4})\\.\\.(\\d{4})").matcher(years);
            if (!span.matches() || !isSpan(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2)))) {
                problem(
                        "years",
                        new Label("@years 不合规范", "@years is not well formed"),
                        new Label("请写成 2021..2025", "write 2021..2025"));
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
                        Label.filled("“%s”缺少日期", "“%s” lacks its date", part.strip()),
                        new Label(
                                "请写成“2025-12-31: 60”，常年要求写“standing: 60”",
                                "write 2025-12-31: 60, or standing: 60 where there is no date"));
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
                    Label.filled("“%s”不是数值", "“%s” is no number", text),
                    new Label("请写阿拉伯数字，可带单位", "write it in digits, with a unit if you like"));
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
                    Label.filled(
                            "单位“%s”与指标%s的单位不能换算",
                            "the unit “%s” is no measure of the indicator %s", unit, indicator.id()),
                    Label.filled("请改用%s", "use %s", indicator.unitSymbol()));
            return null;
        }
        return given.convert(amount, indicator.unit());
    }

    private @Nullable Criterion stage(String value) {
        int colon = value.indexOf(':');
        Stage stage = Term.find(Stage.class, value.substring(colon + 1).strip()).orElse(null);
        if (colon < 0 || stage == null) {
            problem(
                    "stage",
                    new Label("@stage 不合规范", "@stage is not well formed"),
                    new Label("请写成“2025-12-31: under-construction”", "write 2025-12-31: under-construction"));
            return null;
        }
        return new Criterion.RequiredStage(
                stage, due("stage", value.substring(0, colon).strip()));
    }

    private @Nullable LocalDate due(String annotation, String text) {
        if (text.equals("standing")) {
            return null;
        }
        LocalDate day = day(text);
        if (day == null) {
            problem(
                    annotation,
                    Label.filled("“%s”不是日期", "“%s” is no date", text),
                    new Label("请写成 2025-12-31，常年要求写 standing", "write 2025-12-31, or standing where there is none"));
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
                problem(
                        "also",
                        new Label("@also 不合规范", "@also is not well formed"),
                        new Label(
                                "请写成“规划 | 条款 | 原文锚词”，多处用分号隔开", "write plan | clause | anchor, several with ; between"));
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
                    Label.filled("条款“%s”不在%s的目录中", "the clause “%s” is not in the register of %s", clause, plan.name()),
                    new Label("请改正条款路径，或在 plan.yaml 中登记该条款", "put the path right, or enter the clause in plan.yaml"));
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

    private void problem(String annotation, Label message, Label advice) {
        problems.add(new RuleBookProblem(head.file(), head.lineOf(annotation), message, advice));
    }
}
