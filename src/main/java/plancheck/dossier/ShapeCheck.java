package plancheck.dossier;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.rulebook.Nearest;

/** Holds a node against its shape and reports every difference, each with its line and a suggestion. */
final class ShapeCheck {
    private static final Set<String> YES = Set.of("yes", "true", "是", "有");
    private static final Set<String> NO = Set.of("no", "false", "否", "无");
    /** More digits than any figure of a plan has; keeps a number like 1e999999999 from filling the memory. */
    private static final int MAX_DIGITS = 24;

    private final List<Problem> problems;

    ShapeCheck(List<Problem> problems) {
        this.problems = problems;
    }

    void check(Node node, Shape shape, String name) {
        if (node.isEmpty()) {
            return;
        }
        if (shape instanceof Shape.Fields fields) {
            fields(node, fields, name);
        } else if (shape instanceof Shape.Many many) {
            many(node, many, name);
        } else if (shape instanceof Shape.Entries entries) {
            entries(node, entries, name);
        } else if (shape instanceof Shape.Either either) {
            check(node, node.form() == Node.Form.MAPPING ? either.braces() : either.bare(), name);
        } else {
            scalar(node, shape, name);
        }
    }

    private void fields(Node node, Shape.Fields shape, String name) {
        if (!is(node, Node.Form.MAPPING, name, "请在下面逐项填写，每项一行")) {
            return;
        }
        node.entries().forEach((key, value) -> {
            Shape.Field field = shape.fields().get(key);
            if (field == null) {
                unknown(key, value, shape);
            } else {
                check(value, field.shape(), key);
            }
        });
        shape.fields().forEach((key, field) -> {
            if (field.required() && node.at(key) == null) {
                error(node, node.pointer() + "/" + key, of(name) + "缺少“" + key + "”" + helpOf(field.shape()), "请补上");
            }
        });
    }

    private void unknown(String key, Node value, Shape.Fields shape) {
        String near = Nearest.to(key, shape.fields().keySet());
        String advice = near.isEmpty() ? "请删去，或对照“plancheck schema”改正" : "是否想写“" + near + "”？";
        error(value, value.pointer(), "不认识“" + key + "”", advice);
    }

    private void many(Node node, Shape.Many shape, String name) {
        if (!is(node, Node.Form.LIST, name, "清单的每一项前面加“- ”")) {
            return;
        }
        Map<String, Integer> seen = new HashMap<>();
        for (Node element : node.members()) {
            check(element, shape.element(), name);
            Node key = shape.uniqueBy().isEmpty() ? null : element.at(shape.uniqueBy());
            Integer before = key == null ? null : seen.putIfAbsent(key.textOrEmpty(), key.line());
            if (key != null && before != null) {
                error(key, key.pointer(), "“" + key.textOrEmpty() + "”与第" + before + "行重复", "同名的请加以区别，重复的请删去");
            }
        }
    }

    private void entries(Node node, Shape.Entries shape, String name) {
        if (!is(node, Node.Form.MAPPING, name, "请写成" + shape.help())) {
            return;
        }
        node.entries().forEach((key, value) -> {
            if (!key.matches(shape.keyPattern())) {
                error(value, value.pointer(), "“" + key + "”不对", "请写成" + shape.help());
            }
            check(value, shape.value(), key);
        });
    }

    private void scalar(Node node, Shape shape, String name) {
        if (node.form() == Node.Form.MAPPING || node.form() == Node.Form.LIST) {
            error(node, node.pointer(), "“" + name + "”应为一个值，材料中是" + node.inWords(), helpAdvice(shape));
        } else if (shape instanceof Shape.Number number) {
            number(node, number, name);
        } else if (shape instanceof Shape.YesNo) {
            if (yesNo(node) == null) {
                error(node, node.pointer(), "“" + name + "”应答是或否，材料中是" + node.inWords(), "请写 yes 或 no");
            }
        } else if (shape instanceof Shape.Date) {
            if (date(node) == null) {
                error(node, node.pointer(), "“" + name + "”不是有效日期：" + node.inWords(), "请写成 2024-12-31 的样子");
            }
        } else if (shape instanceof Shape.Choice choice) {
            choice(node, choice, name);
        } else if (shape instanceof Shape.Text text && !text.pattern().isEmpty() && !node.textOrEmpty().matches(text.pattern())) {
            error(node, node.pointer(), "“" + name + "”写法不对：" + node.inWords(), text.help());
        }
    }

    private void number(Node node, Shape.Number shape, String name) {
        BigDecimal value = decimal(node);
        if (value == null) {
            boolean quoted = node.form() == Node.Form.TEXT && node.textOrEmpty().matches("-?\\d+(\\.\\d+)?");
            String advice = quoted
                    ? "请去掉引号"
                    : node.textOrEmpty().matches(".*[%％亩里米元吨人户个].*") ? "只写数字，单位另写在 unit 里" : "请只写阿拉伯数字；没有数据就留空";
            error(node, node.pointer(), "“" + name + "”应为数字，材料中是" + node.inWords(), advice);
            return;
        }
        range(node, value, shape.min(), shape.max(), name + (shape.unit().isEmpty() ? "" : "（" + shape.unit() + "）"));
    }

    /** Also used for figures in braces, once their unit is converted. */
    void range(Node node, BigDecimal value, @Nullable BigDecimal min, @Nullable BigDecimal max, String name) {
        if (min != null && value.compareTo(min) < 0 || max != null && value.compareTo(max) > 0) {
            String range = (min == null ? "" : "不小于" + min.toPlainString())
                    + (min != null && max != null ? "、" : "")
                    + (max == null ? "" : "不大于" + max.toPlainString());
            error(node, node.pointer(), "“" + name + "”不可能是" + node.textOrEmpty() + "（应" + range + "）", "请核对数值和单位");
        }
    }

    private void choice(Node node, Shape.Choice shape, String name) {
        if (shape.choices().containsKey(node.textOrEmpty())) {
            return;
        }
        String near = Nearest.to(node.textOrEmpty(), shape.choices().keySet());
        String choices = shape.choices().entrySet().stream()
                .map(e -> e.getKey() + (e.getValue().equals(e.getKey()) ? "" : "（" + e.getValue() + "）"))
                .collect(Collectors.joining("、"));
        error(
                node,
                node.pointer(),
                "“" + name + "”不能是" + node.inWords(),
                near.isEmpty() ? "可用：" + choices : "是否想写“" + near + "”？可用：" + choices);
    }

    private boolean is(Node node, Node.Form form, String name, String advice) {
        if (node.form() == form) {
            return true;
        }
        error(node, node.pointer(), of(name) + "应为" + (form == Node.Form.LIST ? "清单" : "一组字段") + "，材料中是" + node.inWords(), advice);
        return false;
    }

    private void error(Node node, String pointer, String message, String advice) {
        problems.add(Problem.error(node.line(), pointer, message, advice));
    }

    private static String of(String name) {
        return name.isEmpty() ? "材料" : "“" + name + "”";
    }

    private static String helpOf(Shape shape) {
        String help = help(shape);
        return help.isEmpty() ? "" : "（" + help + "）";
    }

    private static String helpAdvice(Shape shape) {
        String help = help(shape);
        return help.isEmpty() ? "请只写一个值" : help;
    }

    private static String help(Shape shape) {
        if (shape instanceof Shape.Text s) {
            return s.help();
        } else if (shape instanceof Shape.Number s) {
            return s.help();
        } else if (shape instanceof Shape.Date s) {
            return s.help();
        } else if (shape instanceof Shape.Choice s) {
            return s.help();
        } else if (shape instanceof Shape.YesNo s) {
            return s.help();
        }
        return "";
    }

    static @Nullable Boolean yesNo(Node node) {
        return YES.contains(node.textOrEmpty()) ? Boolean.TRUE : NO.contains(node.textOrEmpty()) ? Boolean.FALSE : null;
    }

    static @Nullable LocalDate date(Node node) {
        try {
            return LocalDate.parse(node.textOrEmpty());
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable BigDecimal decimal(Node node) {
        if (node.form() != Node.Form.NUMBER) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(node.textOrEmpty().replace("_", ""));
            boolean sane = value.precision() <= MAX_DIGITS && Math.abs(value.scale()) <= MAX_DIGITS;
            return sane ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
