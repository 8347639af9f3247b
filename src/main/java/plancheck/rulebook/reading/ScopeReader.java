package plancheck.rulebook.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Nearest;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.Scope;

/**
 * Reads whom a rule binds. A misspelt attribute or indicator would be a condition that never holds, so every name in one
 * is looked up here, and every value must be one that the attribute may have.
 */
final class ScopeReader {
    private static final Map<String, Scope.Sort> SORTS =
            Map.of("Place", Scope.Sort.PLACE, "Item", Scope.Sort.ITEM, "Project", Scope.Sort.PROJECT);
    private static final Set<String> ORDERED = Set.of("<", "<=", ">", ">=");
    private static final String LEVELS =
            Stream.of(Level.values()).map(level -> "Level." + level.name()).collect(Collectors.joining(" "));

    private final RuleBook book;
    private final RuleHead head;
    private final List<RuleBookProblem> problems;

    ScopeReader(RuleBook book, RuleHead head, List<RuleBookProblem> problems) {
        this.book = book;
        this.head = head;
        this.problems = problems;
    }

    Scope read() {
        RuleHead.Pattern pattern = head.pattern();
        Scope.Sort sort = SORTS.getOrDefault(pattern.type(), Scope.Sort.PLACE);
        Set<String> attributes = new HashSet<>();
        List<Condition> conditions = new ArrayList<>();
        for (RuleHead.Constraint constraint : pattern.constraints()) {
            condition(constraint, sort, attributes).ifPresent(conditions::add);
        }
        String kind = conditions.stream()
                .filter(c -> c.attribute().equals("kind") && !c.figure())
                .map(c -> c.operands().get(0).toString())
                .findFirst()
                .orElse("");
        if (sort == Scope.Sort.ITEM && !book.kinds().containsKey(kind)) {
            problem(
                    pattern.line(),
                    Label.filled("清单类别“%s”不存在", "there is no kind of list “%s”", kind),
                    new Label(
                            "请写 kind == \"…\"，类别在 indicators.yaml 的 kinds 中登记",
                            "write kind == \"…\" with one of the kinds in indicators.yaml"));
        }
        return new Scope(
                sort, kind, List.copyOf(conditions), new ScopeWords(book).of(sort, kind, List.copyOf(conditions)));
    }

    private Optional<Condition> condition(RuleHead.Constraint written, Scope.Sort sort, Set<String> attributes) {
        boolean figure = !written.indicator().isEmpty();
        String attribute = figure ? written.indicator() : written.attribute();
        List<Object> operands = new ArrayList<>();
        for (String literal : written.operands()) {
            Object value = operand(literal);
            if (value == null) {
                problem(
                        written.line(),
                        Label.filled("条件中的“%s”看不懂", "“%s” in a condition is not understood", literal),
                        Label.filled("层级可写 %s", "the levels are %s", LEVELS));
                return Optional.empty();
            }
            operands.add(value);
        }
        boolean fits = figure
                ? figureFits(written, operands)
                : attributeFits(written, sort, operands, attributes.add(attribute));
        return fits
                ? Optional.of(
                        new ScopeWords(book).condition(attribute, figure, written.operator(), List.copyOf(operands)))
                : Optional.empty();
    }

    /** {@code kind} of items, {@code sector} of projects, {@code level} and {@code code} of all; each at most once. */
    private boolean attributeFits(RuleHead.Constraint written, Scope.Sort sort, List<Object> operands, boolean once) {
        String attribute = written.attribute();
        boolean ofSort = attribute.equals("kind")
                ? sort == Scope.Sort.ITEM
                : !attribute.equals("sector") || sort == Scope.Sort.PROJECT;
        List<String> operators = attribute.equals("kind")
                ? List.of("==")
                : attribute.equals("sector") ? List.of("==", "!=", "in") : List.of("==", "in");
        if (!once || !ofSort || !operators.contains(written.operator())) {
            problem(
                    written.line(),
                    once && ofSort
                            ? Label.filled("%s 不能用 %s 比较", "%s cannot be compared by %s", attribute, written.operator())
                            : once
                                    ? Label.filled("这类对象没有 %s", "such a subject has no %s", attribute)
                                    : Label.filled("%s 写了两次", "%s is written twice", attribute),
                    Label.filled(
                            "%s 只写一次，用 %s；kind 只属于 Item，sector 只属于 Project",
                            "%s is written once, with %s; only an Item has a kind, only a Project a sector",
                            attribute,
                            String.join(" ", operators)));
            return false;
        }
        return allKnown(operands, written.line(), operand -> switch (attribute) {
            case "kind" -> operand instanceof String kind && book.kinds().containsKey(kind);
            case "sector" -> operand instanceof String sector && book.sectors().containsKey(sector);
            case "code" -> operand instanceof String code && book.places().containsKey(code);
            default -> operand instanceof Level;
        });
    }

    /** Numbers are compared as numbers, answers as yes or no, choices and texts as texts. */
    private boolean figureFits(RuleHead.Constraint written, List<Object> operands) {
        Indicator indicator = book.indicators().get(written.indicator());
        if (indicator == null) {
            String near = Nearest.to(written.indicator(), book.indicators().keySet());
            problem(
                    written.line(),
                    Label.filled("条件中的指标“%s”不存在", "there is no indicator “%s”", written.indicator()),
                    near.isEmpty()
                            ? new Label("请先在 indicators.yaml 中登记", "name it in indicators.yaml first")
                            : Label.filled("是否想写 %s？", "did you mean %s?", near));
            return false;
        }
        String reads = switch (indicator.type()) {
            case NUMBER -> "number";
            case YES_NO, DECLARATION -> "yes";
            case CHOICE, TEXT -> "text";
        };
        boolean ordered = ORDERED.contains(written.operator());
        if (!written.attribute().equals(reads) || ordered && !reads.equals("number")) {
            problem(
                    written.line(),
                    Label.filled(
                            "指标%s不能用 %s( … ) %s 比较",
                            "the indicator %s cannot be compared by %s( … ) %s",
                            indicator.id(),
                            written.attribute(),
                            written.operator()),
                    Label.filled(
                            "请用 %s( \"%s\" )，大小比较只用于数值",
                            "use %s( \"%s\" ); only numbers are more or less", reads, indicator.id()));
            return false;
        }
        return allKnown(operands, written.line(), operand -> switch (indicator.type()) {
            case NUMBER -> operand instanceof BigDecimal;
            case YES_NO, DECLARATION -> operand instanceof Boolean;
            case CHOICE ->
                operand instanceof String choice && indicator.choices().containsKey(choice);
            case TEXT -> operand instanceof String;
        });
    }

    private boolean allKnown(List<Object> operands, int line, java.util.function.Predicate<Object> known) {
        List<Object> unknown = operands.stream().filter(known.negate()).toList();
        unknown.forEach(operand -> problem(
                line,
                Label.filled("条件中的值“%s”不在登记之列", "“%s” in a condition is no value that there is", operand),
                new Label(
                        "请对照 indicators.yaml 和 places.yaml 改正",
                        "see indicators.yaml and places.yaml for those that there are")));
        return unknown.isEmpty();
    }

    private static @Nullable Object operand(String literal) {
        if (literal.startsWith("\"")) {
            return literal.substring(1, literal.length() - 1);
        }
        if (literal.startsWith("Level.")) {
            return Stream.of(Level.values())
                    .filter(level -> literal.equals("Level." + level.name()))
                    .findFirst()
                    .orElse(null);
        }
        return literal.equals("true") || literal.equals("false") ? Boolean.valueOf(literal) : new BigDecimal(literal);
    }

    private void problem(int line, Label message, Label advice) {
        problems.add(new RuleBookProblem(head.file(), line, message, advice));
    }
}
