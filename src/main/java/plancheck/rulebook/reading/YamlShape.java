package plancheck.rulebook.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import plancheck.facts.Label;
import plancheck.plan.text.Numbering;
import plancheck.rulebook.Nearest;
import tools.jackson.databind.JsonNode;

/** What a part of a rule book's YAML may be. All else is a problem with its line: nothing there is ever passed over. */
@FunctionalInterface
public interface YamlShape {
    int FIRST_YEAR = 1900;
    int LAST_YEAR = 2100;
    int LONGEST_ID = 100;
    int LONGEST_LIST = 200;
    Pattern ID_FORM = Pattern.compile("(?=.{1," + LONGEST_ID + "}$)[a-z0-9]+(-[a-z0-9]+)*");

    void check(YamlPart part);

    YamlShape TEXT =
            value("非空文字", "a text", node -> node.isString() && !node.asString().isBlank());
    YamlShape ANY_TEXT = value("文字", "a text", JsonNode::isString);
    YamlShape WORD = value(
            "文字或数字",
            "a text or a number",
            node -> node.isNumber() || node.isString() && !node.asString().isBlank());
    YamlShape ID = value(
            "小写字母、数字和连字符组成的编号",
            "an id of lower-case letters, digits and hyphens",
            node -> node.isString() && ID_FORM.matcher(node.asString()).matches());
    YamlShape NUMBER = value("数字", "a number", YamlShape::isNumber);
    YamlShape YES_NO = value(" true 或 false", "true or false", JsonNode::isBoolean);
    YamlShape YEAR = value(
            " " + FIRST_YEAR + "至" + LAST_YEAR + "之间的年份",
            "a year from " + FIRST_YEAR + " to " + LAST_YEAR,
            node -> node.isIntegralNumber()
                    && node.canConvertToInt()
                    && node.asInt() >= FIRST_YEAR
                    && node.asInt() <= LAST_YEAR);
    YamlShape DAY =
            value(" 2021-10-09 这样的日期", "a date such as 2021-10-09", node -> node.isString() && isDay(node.asString()));
    YamlShape EXPRESSION =
            value("正则表达式", "a regular expression", node -> node.isString() && isExpression(node.asString()));

    YamlShape YES_OR_EXPRESSION = value(
            " true、false 或正则表达式",
            "true, false or a regular expression",
            node -> node.isBoolean() || node.isString() && isExpression(node.asString()));
    YamlShape FIRST_NUMBER = value(
            "第一个编号的写法，例如 第一章、一、 或 1.",
            "the first number as it is written, such as 第一章, 一、 or 1.",
            node -> node.isString() && Numbering.isFirst(node.asString()));

    static YamlShape value(String zh, String en, Predicate<JsonNode> is) {
        return part -> must(part, is.test(part.node()), zh, en);
    }

    /** A list of them; of none only where there may be none. */
    static YamlShape list(YamlShape each) {
        return part -> {
            if (must(part, part.node().isArray(), "列表", "a list")) {
                for (int i = 0; i < part.node().size(); i++) {
                    each.check(part.item(i));
                }
            }
        };
    }

    /** A group of which no part is needed, but one there must be. */
    static YamlShape notEmpty(YamlShape group) {
        return part -> {
            if (must(part, part.node().isObject() && !part.node().isEmpty(), "不为空的一组字段", "a group that is not empty")) {
                group.check(part);
            }
        };
    }

    static YamlShape some(YamlShape each) {
        return part -> {
            if (must(part, part.node().isArray() && !part.node().isEmpty(), "不为空的列表", "a list that is not empty")) {
                list(each).check(part);
            }
        };
    }

    /** A list of which all are compared with all. */
    static YamlShape few(YamlShape each) {
        return part -> {
            if (must(
                    part,
                    part.node().size() <= LONGEST_LIST,
                    "不超过" + LONGEST_LIST + "项的列表",
                    "a list of at most " + LONGEST_LIST)) {
                list(each).check(part);
            }
        };
    }

    /** A map whose keys are free. */
    static YamlShape named(YamlShape each) {
        return part -> {
            if (must(part, part.node().isObject(), "“编号: 内容”的形式", "a map")) {
                part.node().propertyNames().forEach(key -> each.check(part.member(key)));
            }
        };
    }

    /** A map of these keys. */
    static YamlShape of(Map<String, YamlShape> needed, Map<String, YamlShape> others) {
        return part -> {
            if (!must(part, part.node().isObject(), "“键: 值”的形式", "a map")) {
                return;
            }
            for (String key : new TreeSet<>(needed.keySet())) {
                if (!part.node().has(key)) {
                    part.problem(Label.filled("%s缺少 %s", "%s lacks %s", part.name(), key), new Label("请补上", "add it"));
                }
            }
            for (String key : part.node().propertyNames()) {
                YamlShape shape = needed.getOrDefault(key, others.get(key));
                if (shape == null) {
                    unknown(part.member(key), key, needed, others);
                } else {
                    shape.check(part.member(key));
                }
            }
        };
    }

    private static void unknown(
            YamlPart part, String key, Map<String, YamlShape> needed, Map<String, YamlShape> others) {
        TreeSet<String> known = new TreeSet<>(needed.keySet());
        known.addAll(others.keySet());
        String near = Nearest.to(key, known);
        part.problem(
                Label.filled("不认识 %s", "%s is not known", part.name()),
                near.isEmpty()
                        ? Label.filled("这里可写 %s", "here may stand %s", String.join(" ", known))
                        : Label.filled("是否想写 %s？", "did you mean %s?", near));
    }

    private static boolean must(YamlPart part, boolean is, String zh, String en) {
        if (!is) {
            part.problem(
                    Label.filled("%s 应为%s", "%s must be %s", part.name(), new Label(zh, en)),
                    new Label("请改正", "put it right"));
        }
        return is;
    }

    /** Of a size that figures have; others could be written shortly and fill the memory when spelt out. */
    private static boolean isNumber(JsonNode node) {
        if (!node.isIntegralNumber() && !node.isBigDecimal()) {
            return false;
        }
        BigDecimal number = node.decimalValue();
        return Math.abs(number.scale()) <= 20 && number.precision() <= 20;
    }

    private static boolean isDay(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isExpression(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
