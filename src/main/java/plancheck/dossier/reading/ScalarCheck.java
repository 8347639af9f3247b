package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Days;
import plancheck.facts.Label;
import plancheck.facts.Unit;

/** Holds a single value against its shape. */
final class ScalarCheck {
    private static final Label VALUE_AND_UNIT = new Label("请核对数值和单位", "Check the value and its unit");

    private final Problems problems;

    ScalarCheck(Problems problems) {
        this.problems = problems;
    }

    void check(Node node, Shape shape, Label name) {
        if (!node.isScalar()) {
            error(
                    "single",
                    shape,
                    node,
                    name,
                    () -> Label.filled("应为一个值，材料中是%s", "should be a single value, but is %s", node.inWords()),
                    () -> helpAdvice(shape));
        } else if (shape instanceof Shape.Number number) {
            number(node, number, name);
        } else if (shape instanceof Shape.Year) {
            year(node, shape, name);
        } else if (shape instanceof Shape.YesNo) {
            if (Scalars.yesNo(node) == null) {
                error(
                        "answer",
                        shape,
                        node,
                        name,
                        () -> Label.filled("应答是或否，材料中是%s", "should be yes or no, but is %s", node.inWords()),
                        () -> new Label("请写 yes 或 no；没有数据就留空", "Write yes or no; leave it empty if it is not known"));
            }
        } else if (shape instanceof Shape.Date) {
            if (Scalars.date(node) == null) {
                error(
                        "date",
                        shape,
                        node,
                        name,
                        () -> Label.filled("不是有效日期：%s", "should be a date, but is %s", node.inWords()),
                        () -> DateAdvice.of(node.textOrEmpty()));
            }
        } else if (shape instanceof Shape.Choice choice) {
            choice(node, choice, name);
        } else if (shape instanceof Shape.Text text) {
            text(node, text, name);
        }
    }

    private void text(Node node, Shape.Text shape, Label name) {
        if (node.form() == Node.Form.BOOLEAN) {
            error(
                    "text",
                    shape,
                    node,
                    name,
                    () -> Label.filled("应为文字，材料中是%s", "should be a text, but is %s", node.inWords()),
                    () -> Label.filled("请加引号，写成 \"%s\"", "Put it in quotes: \"%s\"", node.textOrEmpty()));
        } else if (!shape.pattern().isEmpty() && !node.textOrEmpty().matches(shape.pattern())) {
            error(
                    "pattern",
                    shape,
                    node,
                    name,
                    () -> Label.filled("写法不对：%s", "cannot be %s", node.inWords()),
                    () -> Label.filled("%s", "What to write: %s", shape.help()));
        }
    }

    private void number(Node node, Shape.Number shape, Label name) {
        BigDecimal value = Scalars.decimal(node, shape.unit());
        if (value == null) {
            error(
                    "number",
                    shape,
                    node,
                    name,
                    () -> Label.filled("应为数字，材料中是%s", "should be a number, but is %s", node.inWords()),
                    () -> NumberAdvice.of(node, shape.unit()));
            return;
        }
        new DoubtfulNumber(problems).check(node, value, shape, name);
        Unit unit = Unit.of(shape.unit()).orElse(null);
        if (isOutside(value, shape.min(), shape.max())) {
            outside(
                    node,
                    shape,
                    shape.min(),
                    shape.max(),
                    unit == null ? name : Label.filled("%s（%s）", "%s (%s)", name, unit.inWords()));
        }
        if (unit != null) {
            whole(node, value, unit, shape, name);
        }
    }

    private void year(Node node, Shape shape, Label name) {
        if (Scalars.year(node) == null) {
            error(
                    "year",
                    shape,
                    node,
                    name,
                    () -> Label.filled("应为年份，材料中是%s", "should be a year, but is %s", node.inWords()),
                    () -> Label.filled(
                            "请写四位阿拉伯数字，例如 2024（%s至%s）",
                            "Write four digits, for example 2024 (%s to %s)", Days.FIRST_YEAR, Days.LAST_YEAR));
        }
    }

    /** Also used for figures in braces, once their unit is converted. */
    void range(Node node, BigDecimal value, @Nullable BigDecimal min, @Nullable BigDecimal max, Label name) {
        if (isOutside(value, min, max)) {
            outside(node, name, min, max, name);
        }
    }

    private static boolean isOutside(BigDecimal value, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        return (min != null && value.compareTo(min) < 0) || (max != null && value.compareTo(max) > 0);
    }

    private void outside(Node node, Object about, @Nullable BigDecimal min, @Nullable BigDecimal max, Label name) {
        error(
                "outside",
                about,
                node,
                name,
                () -> Label.filled("不可能是%s（应%s）", "cannot be %s (it is %s)", node.textOrEmpty(), range(min, max)),
                () -> VALUE_AND_UNIT);
    }

    private static Label range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        List<Label> range = new ArrayList<>();
        if (min != null) {
            range.add(Label.filled("不小于%s", "at least %s", min.toPlainString()));
        }
        if (max != null) {
            range.add(Label.filled("不大于%s", "at most %s", max.toPlainString()));
        }
        return Label.list(range);
    }

    /** Half a village is a slip of the pen, or the wrong unit. */
    void whole(Node node, BigDecimal value, Unit unit, Label name) {
        whole(node, value, unit, name, name);
    }

    private void whole(Node node, BigDecimal value, Unit unit, Object about, Label name) {
        if (!unit.isWholeAmount(value)) {
            Unit one = unit.ofOne();
            String english = one.inWords().en();
            error(
                    "whole",
                    about,
                    node,
                    name,
                    () -> Label.filled(
                            one == unit ? "应为整数%s，不可能是%s" : "折合后应为整数%s，不可能是%s",
                            "is a whole number%s and cannot be %s",
                            new Label(one.symbol(), english.isEmpty() ? "" : " of " + english),
                            node.textOrEmpty()),
                    () -> VALUE_AND_UNIT);
        }
    }

    private void choice(Node node, Shape.Choice shape, Label name) {
        if (!shape.choices().containsKey(node.textOrEmpty())) {
            error(
                    "choice",
                    shape,
                    node,
                    name,
                    () -> Label.filled("不能是%s", "cannot be %s", node.inWords()),
                    () -> meant(node.textOrEmpty(), shape));
        }
    }

    private static Label meant(String written, Shape.Choice shape) {
        String near = shape.choices().entrySet().stream()
                .filter(choice -> choice.getValue().zh().equals(written))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> Suggestions.near(written, shape.choices().keySet()));
        Label choices = Label.filled(
                "可用：%s",
                "One of: %s",
                Label.list(shape.choices().entrySet().stream()
                        .map(choice -> choice(choice.getKey(), choice.getValue()))
                        .toList()));
        return near.isEmpty() ? choices : Label.filled("%s%s", "%s %s", Suggestions.meant(near), choices);
    }

    /** What to write, and what it stands for where that is another word. */
    private static Label choice(String id, Label label) {
        return new Label(
                id + (label.zh().equals(id) ? "" : "（" + label.zh() + "）"),
                "“" + id + "”" + (label.en().equals(id.replace('-', ' ')) ? "" : " (" + label.en() + ")"));
    }

    /** @param ofField what is wrong, to follow the name */
    private void error(
            String what, Object about, Node node, Label name, Supplier<Label> ofField, Supplier<Label> advice) {
        problems.error(
                what, about, node.line(), node.where(), () -> Problem.ofField(node, name, ofField.get(), advice.get()));
    }

    private static Label helpAdvice(Shape shape) {
        Label help = Shape.help(shape);
        return help.zh().isEmpty()
                ? new Label("请只写一个值", "Write a single value")
                : Label.filled("请只写一个值：%s", "Write a single value: %s", help);
    }
}
