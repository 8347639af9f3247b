package plancheck.dossier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Unit;

/** Holds a single value against its shape. */
final class ScalarCheck {
    private final List<Problem> problems;
    private final Suggestions suggestions;

    ScalarCheck(List<Problem> problems) {
        this.problems = problems;
        this.suggestions = new Suggestions(problems);
    }

    void check(Node node, Shape shape, String name) {
        if (!node.isScalar()) {
            error(node, "“" + name + "”应为一个值，材料中是" + node.inWords(), helpAdvice(shape));
        } else if (shape instanceof Shape.Number number) {
            number(node, number, name);
        } else if (shape instanceof Shape.Year) {
            year(node, name);
        } else if (shape instanceof Shape.YesNo) {
            if (Scalars.yesNo(node) == null) {
                error(node, "“" + name + "”应答是或否，材料中是" + node.inWords(), "请写 yes 或 no；没有数据就留空");
            }
        } else if (shape instanceof Shape.Date) {
            if (Scalars.date(node) == null) {
                error(node, "“" + name + "”不是有效日期：" + node.inWords(), DateAdvice.of(node.textOrEmpty()));
            }
        } else if (shape instanceof Shape.Choice choice) {
            choice(node, choice, name);
        } else if (shape instanceof Shape.Text text) {
            text(node, text, name);
        }
    }

    private void text(Node node, Shape.Text shape, String name) {
        if (node.form() == Node.Form.BOOLEAN) {
            error(node, "“" + name + "”应为文字，材料中是" + node.inWords(), "请加引号，写成 \"" + node.textOrEmpty() + "\"");
        } else if (!shape.pattern().isEmpty() && !node.textOrEmpty().matches(shape.pattern())) {
            error(node, "“" + name + "”写法不对：" + node.inWords(), shape.help());
        }
    }

    private void number(Node node, Shape.Number shape, String name) {
        BigDecimal value = Scalars.decimal(node);
        if (value == null) {
            error(node, "“" + name + "”应为数字，材料中是" + node.inWords(), NumberAdvice.of(node, shape.unit()));
            return;
        }
        range(node, value, shape.min(), shape.max(), name + (shape.unit().isEmpty() ? "" : "（" + shape.unit() + "）"));
        Unit.of(shape.unit()).ifPresent(unit -> whole(node, value, unit, name));
    }

    private void year(Node node, String name) {
        if (Scalars.year(node) == null) {
            error(
                    node,
                    "“" + name + "”应为年份，材料中是" + node.inWords(),
                    "请写四位阿拉伯数字，例如 2024（" + Scalars.FIRST_YEAR + "至" + Scalars.LAST_YEAR + "）");
        }
    }

    /** Also used for figures in braces, once their unit is converted. */
    void range(Node node, BigDecimal value, @Nullable BigDecimal min, @Nullable BigDecimal max, String name) {
        if ((min != null && value.compareTo(min) < 0) || (max != null && value.compareTo(max) > 0)) {
            String range = (min == null ? "" : "不小于" + min.toPlainString())
                    + (min != null && max != null ? "、" : "")
                    + (max == null ? "" : "不大于" + max.toPlainString());
            error(node, "“" + name + "”不可能是" + node.textOrEmpty() + "（应" + range + "）", "请核对数值和单位");
        }
    }

    /** Half a village is a slip of the pen, or the wrong unit. */
    void whole(Node node, BigDecimal value, Unit unit, String name) {
        if (unit.isWhole() && value.stripTrailingZeros().scale() > 0) {
            error(node, "“" + name + "”应为整数" + unit.symbol() + "，不可能是" + node.textOrEmpty(), "请核对数值和单位");
        }
    }

    private void choice(Node node, Shape.Choice shape, String name) {
        String written = node.textOrEmpty();
        if (shape.choices().containsKey(written)) {
            return;
        }
        String byLabel = shape.choices().entrySet().stream()
                .filter(choice -> choice.getValue().equals(written))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        String near =
                byLabel.isEmpty() ? suggestions.near(written, shape.choices().keySet()) : byLabel;
        String choices = shape.choices().entrySet().stream()
                .map(e -> e.getKey() + (e.getValue().equals(e.getKey()) ? "" : "（" + e.getValue() + "）"))
                .collect(Collectors.joining("、"));
        error(
                node,
                "“" + name + "”不能是" + node.inWords(),
                near.isEmpty() ? "可用：" + choices : "是否想写“" + near + "”？可用：" + choices);
    }

    private void error(Node node, String message, String advice) {
        problems.add(Problem.error(node.line(), node.pointer(), message, advice));
    }

    private static String helpAdvice(Shape shape) {
        String help = Shape.help(shape);
        return help.isEmpty() ? "请只写一个值" : "请只写一个值：" + help;
    }
}
