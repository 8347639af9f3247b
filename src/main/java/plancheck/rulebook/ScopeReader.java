package plancheck.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Level;

/**
 * Reads whom a rule binds. A misspelt attribute or indicator would compile in Drools and never fire, so every name
 * in a condition is looked up here.
 */
final class ScopeReader {
    private static final Pattern CONDITION = Pattern.compile(
            "(?:(number|yes|text)\\(\\s*\"([^\"]+)\"\\s*\\)|(kind|level|code|sector))\\s*(==|!=|<=|>=|<|>|in\\b)\\s*(.+)");
    private static final Map<String, Scope.Sort> SORTS =
            Map.of("Place", Scope.Sort.PLACE, "Item", Scope.Sort.ITEM, "Project", Scope.Sort.PROJECT);

    private final RuleBook book;
    private final RuleHead head;
    private final List<RuleBookProblem> problems;

    ScopeReader(RuleBook book, RuleHead head, List<RuleBookProblem> problems) {
        this.book = book;
        this.head = head;
        this.problems = problems;
    }

    Scope read() {
        RuleHead.Pattern pattern =
                head.patterns().isEmpty() ? null : head.patterns().get(0);
        Scope.Sort sort = pattern == null ? null : SORTS.get(pattern.type());
        if (pattern == null
                || head.patterns().size() != 1
                || sort == null
                || !pattern.binding().equals("$subject")) {
            problem(head.line(), "when 部分应恰有一个对象", "请写成 $subject : Place( … )、Item( … ) 或 Project( … )");
            return new Scope(Scope.Sort.PLACE, "", List.of(), Label.of(""));
        }
        List<Condition> conditions = pattern.constraints().stream()
                .flatMap(text -> condition(text, pattern.line()).stream())
                .toList();
        String kind = conditions.stream()
                .filter(c -> c.attribute().equals("kind") && !c.figure())
                .map(c -> c.operands().get(0).toString())
                .findFirst()
                .orElse("");
        if (sort == Scope.Sort.ITEM && !book.kinds().containsKey(kind)) {
            problem(pattern.line(), "清单类别“" + kind + "”不存在", "请写 kind == \"…\"，类别在 indicators.yaml 的 kinds 中登记");
        }
        return new Scope(sort, kind, conditions, new ScopeWords(book).of(sort, kind, conditions));
    }

    private Optional<Condition> condition(String text, int line) {
        Matcher matcher = CONDITION.matcher(text);
        if (!matcher.matches()) {
            problem(line, "条件“" + text + "”看不懂", "每个条件写成“属性 比较 值”，例如 number( \"households\" ) >= 30");
            return Optional.empty();
        }
        boolean figure = matcher.group(1) != null;
        String attribute = figure ? matcher.group(2) : matcher.group(3);
        if (figure && !book.indicators().containsKey(attribute)) {
            String near = Nearest.to(attribute, book.indicators().keySet());
            problem(
                    line,
                    "条件中的指标“" + attribute + "”不存在",
                    near.isEmpty() ? "请先在 indicators.yaml 中登记" : "是否想写 " + near + "？");
            return Optional.empty();
        }
        List<Object> operands = new ArrayList<>();
        for (String operand : operands(matcher.group(5), matcher.group(4).equals("in"))) {
            Object value = operand(operand);
            if (value == null) {
                problem(line, "条件中的“" + operand + "”看不懂", "可写数字、\"文字\"、true、false 或 Level.COUNTY 等");
                return Optional.empty();
            }
            operands.add(value);
        }
        checkTerms(attribute, figure, operands, line);
        return Optional.of(new ScopeWords(book).condition(attribute, figure, matcher.group(4), List.copyOf(operands)));
    }

    private void checkTerms(String attribute, boolean figure, List<Object> operands, int line) {
        for (Object operand : operands) {
            boolean known = switch (figure ? "figure" : attribute) {
                case "sector" -> book.sectors().containsKey(operand.toString());
                case "code" -> book.places().containsKey(operand.toString());
                case "level" -> operand instanceof Level;
                case "figure" -> fits(attribute, operand);
                default -> true;
            };
            if (!known) {
                problem(line, "条件中的值“" + operand + "”不在登记之列", "请对照 indicators.yaml 和 places.yaml 改正");
            }
        }
    }

    private boolean fits(String indicator, Object operand) {
        Indicator of = book.indicators().get(indicator);
        if (of == null) {
            return false;
        }
        return switch (of.type()) {
            case NUMBER -> operand instanceof BigDecimal;
            case YES_NO, DECLARATION -> operand instanceof Boolean;
            case CHOICE -> of.choices().containsKey(operand.toString());
            case TEXT -> operand instanceof String;
        };
    }

    private static List<String> operands(String text, boolean several) {
        String inner = several ? text.strip().replaceAll("^\\(|\\)$", "") : text;
        return Stream.of(several ? inner.split(",") : new String[] {inner})
                .map(String::strip)
                .toList();
    }

    private static @Nullable Object operand(String text) {
        if (text.startsWith("Level.")) {
            String name = text.substring("Level.".length());
            return Stream.of(Level.values())
                    .filter(l -> l.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
        if (text.startsWith("\"") && text.endsWith("\"") && text.length() > 1) {
            return text.substring(1, text.length() - 1);
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
    }

    private void problem(int line, String message, String advice) {
        problems.add(new RuleBookProblem(head.file(), line, message, advice));
    }
}
