package plancheck.rulebook;

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

/** Reads one rule's head into a provision; what it cannot read it reports with file, line and advice. */
public final class ProvisionReader {
    private static final Pattern NAME = Pattern.compile("(([A-Z]+)-(\\d+)(?:[.\\-][0-9B.\\-]*)?)-([a-z]+) (\\S.*)");
    private static final Pattern VALUE = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*(\\D*)");
    private static final Map<String, Operator> OPERATORS = Map.of(
            "atLeast", Operator.AT_LEAST,
            "atMost", Operator.AT_MOST,
            "moreThan", Operator.MORE_THAN,
            "lessThan", Operator.LESS_THAN,
            "about", Operator.ABOUT);
    private static final Set<String> ANSWERS = Set.of("yes", "no", "nearlyAll");
    private static final Set<String> OTHERS = Set.of(
            "clause",
            "anchor",
            "also",
            "force",
            "indicator",
            "years",
            "stage",
            "review",
            "reviewEn",
            "total",
            "reviewWithout",
            "ruling",
            "remedy",
            "en",
            "due");

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
            problem("", "规则名“" + head.name() + "”不合规范", "请写成“编号 标题”，例如 PL-3.2-B2-2-b 污泥无害化处置率达到100%");
            return Optional.empty();
        }
        Plan plan = plan(name);
        checkNames();
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
            problem("force", "@force 不是 must、strive 或 encourage", "请按条款原词选择（规则 R4—R6）");
        }
        List<String> rulings = words("ruling");
        rulings.stream()
                .filter(ruling -> !book.rulings().containsKey(ruling))
                .forEach(ruling -> problem("ruling", "释义" + ruling + "不存在", "请在 rulings.yaml 中登记，或改正编号"));
        words("reviewWithout").stream()
                .filter(other -> !book.indicators().containsKey(other))
                .forEach(other -> problem("reviewWithout", "指标“" + other + "”不存在", "请先在 indicators.yaml 中登记"));
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

    /** A duty of its own needs no indicator: the dossier declares it under the provision's id. */
    private boolean isDuty(@Nullable Criterion criterion, Scope scope) {
        return criterion instanceof Criterion.Answer
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
            problem("", "编号前缀" + name.group(2) + "没有对应的规划", "请检查编号，或在该规划的 plan.yaml 中登记 prefix");
            return null;
        }
        String expected = plan.id() + "/" + name.group(3) + "/" + name.group(1) + ".drl";
        if (!head.file().equals(expected)) {
            problem("", "编号" + name.group(1) + "应写在文件" + expected + "中", "请移动规则或改正编号");
        }
        return plan;
    }

    private void checkNames() {
        for (String annotation : head.annotations().keySet()) {
            boolean known =
                    OPERATORS.containsKey(annotation) || ANSWERS.contains(annotation) || OTHERS.contains(annotation);
            if (!known) {
                String near = Nearest.to(
                        annotation,
                        Stream.of(OPERATORS.keySet(), ANSWERS, OTHERS)
                                .flatMap(Set::stream)
                                .toList());
                problem(annotation, "不认识注解 @" + annotation, near.isEmpty() ? "请删去" : "是否想写 @" + near + "？");
            }
        }
        for (String needed : List.of("clause", "anchor", "force", "en")) {
            if (annotation(needed).isEmpty()) {
                problem("", "缺少 @" + needed, "请补上");
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
            problem(annotation, "指标“" + id + "”不存在", near.isEmpty() ? "请先在 indicators.yaml 中登记" : "是否想写 " + near + "？");
        }
        return indicator;
    }

    private void checkIndicator(@Nullable Indicator indicator, @Nullable Criterion criterion, Scope scope) {
        boolean needed = !(criterion instanceof Criterion.Reached || criterion instanceof Criterion.Review);
        if (needed && indicator == null) {
            problem("", "缺少 @indicator", "请写明用哪项指标判定");
            return;
        }
        if (indicator == null) {
            return;
        }
        if (criterion instanceof Criterion.Answer != indicator.isAnswer()) {
            problem("indicator", "指标" + indicator.id() + "的类型与要求不一致", "是否类指标用 @yes、@no 或 @nearlyAll，数值类用 @atLeast 等");
        }
        boolean list = scope.of() == Scope.Sort.ITEM;
        if (list && annotation("total").isEmpty()) {
            problem("", "清单类规定缺少 @total", "请写明哪项指标说明应有多少个对象，否则少报一个就会误判为符合");
        }
        boolean belongs = switch (scope.of()) {
            case ITEM -> indicator.of().contains(scope.kind());
            case PROJECT -> indicator.of().contains("project");
            case PLACE ->
                scope.levels().stream().allMatch(level -> indicator.of().contains(level.id()));
        };
        if (!belongs) {
            problem("indicator", "指标" + indicator.id() + "不属于本规定所约束的对象", "请检查 indicators.yaml 中该指标的 of");
        }
    }

    private @Nullable Criterion criterion(@Nullable Indicator indicator) {
        List<String> asked = head.annotations().keySet().stream()
                .filter(a -> OPERATORS.containsKey(a) || ANSWERS.contains(a) || a.equals("stage") || a.equals("review"))
                .toList();
        if (asked.size() != 1) {
            problem(
                    "",
                    asked.isEmpty() ? "没有写明要求" : "写了不止一项要求：" + asked,
                    "一条规则只写一项要求，例如 @atLeast( \"2025-12-31: 60\" )");
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
                new Criterion.Answer(!annotation.equals("no"), due(annotation, value), annotation.equals("nearlyAll"));
        };
    }

    @SuppressWarnings("NullAway") // the operator was looked up by a key of the map
    private @Nullable Criterion number(String annotation, String value, @Nullable Indicator indicator) {
        Operator operator = OPERATORS.get(annotation);
        String years = annotation("years");
        if (!years.isEmpty()) {
            Matcher span = Pattern.compile("(\\d{4})\\.\\.(\\d{4})").matcher(years);
            if (!span.matches()) {
                problem("years", "@years 不合规范", "请写成 2021..2025");
                return null;
            }
            BigDecimal each = amount(annotation, value, indicator);
            return each == null
                    ? null
                    : new Criterion.Yearly(
                            operator, Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2)), each);
        }
        List<Criterion.Milestone> milestones = new ArrayList<>();
        for (String part : value.split(",")) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                problem(annotation, "“" + part.strip() + "”缺少日期", "请写成“2025-12-31: 60”，常年要求写“standing: 60”");
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
            problem(annotation, "“" + text + "”不是数值", "请写阿拉伯数字，可带单位");
            return null;
        }
        BigDecimal amount = new BigDecimal(value.group(1));
        String unit = value.group(2).strip();
        if (unit.isEmpty() || indicator == null || indicator.unit() == null) {
            return amount;
        }
        Unit given = Unit.of(unit).orElse(null);
        if (given == null || !given.sameDimension(indicator.unit())) {
            problem(annotation, "单位“" + unit + "”与指标" + indicator.id() + "的单位不能换算", "请改用" + indicator.unitSymbol());
            return null;
        }
        return given.convert(amount, indicator.unit());
    }

    private @Nullable Criterion stage(String value) {
        int colon = value.indexOf(':');
        Stage stage = Term.find(Stage.class, value.substring(colon + 1).strip()).orElse(null);
        if (colon < 0 || stage == null) {
            problem("stage", "@stage 不合规范", "请写成“2025-12-31: under-construction”");
            return null;
        }
        return new Criterion.Reached(
                stage, due("stage", value.substring(0, colon).strip()));
    }

    private @Nullable LocalDate due(String annotation, String text) {
        if (text.equals("standing")) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            problem(annotation, "“" + text + "”不是日期", "请写成 2025-12-31，常年要求写 standing");
            return null;
        }
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
                problem("also", "@also 不合规范", "请写成“规划 | 条款 | 原文锚词”，多处用分号隔开");
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
            problem(annotation, "条款“" + clause + "”不在" + plan.title() + "的目录中", "请改正条款路径，或在 plan.yaml 中登记该条款");
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

    private void problem(String annotation, String message, String advice) {
        problems.add(new RuleBookProblem(head.file(), head.lineOf(annotation), message, advice));
    }
}
