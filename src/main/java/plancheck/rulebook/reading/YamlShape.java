package plancheck.rulebook.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import plancheck.facts.Message;
import plancheck.plan.text.Numbering;
import plancheck.rulebook.Nearest;
import tools.jackson.databind.JsonNode;

/** What a part of a rule book's YAML may be. All else is a problem with its line: nothing there is ever passed over. */
@FunctionalInterface
interface YamlShape {
    int FIRST_YEAR = 1900;
    int LAST_YEAR = 2100;
    int LONGEST_ID = 100;
    int LONGEST_LIST = 200;
    Pattern ID_FORM = Pattern.compile("(?=.{1," + LONGEST_ID + "}$)[a-z0-9]+(-[a-z0-9]+)*");

    void check(YamlPart part);

    YamlShape TEXT = value(
            Message.of("rulebook.a-text"),
            node -> node.isString() && !node.asString().isBlank());
    YamlShape ANY_TEXT = value(Message.of("rulebook.any-text"), JsonNode::isString);
    YamlShape WORD = value(
            Message.of("rulebook.a-word"),
            node -> node.isNumber() || node.isString() && !node.asString().isBlank());
    YamlShape ID = value(
            Message.of("rulebook.an-id"),
            node -> node.isString() && ID_FORM.matcher(node.asString()).matches());
    YamlShape NUMBER = value(Message.of("rulebook.a-number"), YamlShape::isNumber);
    YamlShape YES_NO = value(Message.of("rulebook.yes-or-no"), JsonNode::isBoolean);
    YamlShape YEAR = value(
            Message.of("rulebook.year-from", FIRST_YEAR, LAST_YEAR),
            node -> node.isIntegralNumber()
                    && node.canConvertToInt()
                    && node.asInt() >= FIRST_YEAR
                    && node.asInt() <= LAST_YEAR);
    YamlShape DAY = value(Message.of("rulebook.a-day"), node -> node.isString() && isDay(node.asString()));
    YamlShape EXPRESSION =
            value(Message.of("rulebook.an-expression"), node -> node.isString() && isExpression(node.asString()));

    YamlShape YES_OR_EXPRESSION = value(
            Message.of("rulebook.yes-no-or-expression"),
            node -> node.isBoolean() || node.isString() && isExpression(node.asString()));
    YamlShape FIRST_NUMBER =
            value(Message.of("rulebook.first-number"), node -> node.isString() && Numbering.isFirst(node.asString()));

    static YamlShape value(Message what, Predicate<JsonNode> is) {
        return part -> must(part, is.test(part.node()), what);
    }

    /** A list of them; of none only where there may be none. */
    static YamlShape list(YamlShape each) {
        return part -> {
            if (must(part, part.node().isArray(), Message.of("rulebook.a-list"))) {
                for (int i = 0; i < part.node().size(); i++) {
                    each.check(part.item(i));
                }
            }
        };
    }

    /** A group of which no part is needed, but one there must be. */
    static YamlShape notEmpty(YamlShape group) {
        return part -> {
            if (must(part, part.node().isObject() && !part.node().isEmpty(), Message.of("rulebook.a-filled-group"))) {
                group.check(part);
            }
        };
    }

    static YamlShape some(YamlShape each) {
        return part -> {
            if (must(part, part.node().isArray() && !part.node().isEmpty(), Message.of("rulebook.a-filled-list"))) {
                list(each).check(part);
            }
        };
    }

    /** A list of which all are compared with all. */
    static YamlShape few(YamlShape each) {
        return part -> {
            if (must(part, part.node().size() <= LONGEST_LIST, Message.of("rulebook.a-short-list", LONGEST_LIST))) {
                list(each).check(part);
            }
        };
    }

    /** A map whose keys are free. */
    static YamlShape named(YamlShape each) {
        return part -> {
            if (must(part, part.node().isObject(), Message.of("rulebook.a-map-of-ids"))) {
                part.node().propertyNames().forEach(key -> each.check(part.member(key)));
            }
        };
    }

    /** A map of these keys. */
    static YamlShape of(Map<String, YamlShape> needed, Map<String, YamlShape> others) {
        return part -> {
            if (!must(part, part.node().isObject(), Message.of("rulebook.a-map"))) {
                return;
            }
            for (String key : new TreeSet<>(needed.keySet())) {
                if (!part.node().has(key)) {
                    part.problem(Message.of("rulebook.lacks", part.name(), key), Message.of("rulebook.add-it"));
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
                Message.of("rulebook.not-known", part.name()),
                near.isEmpty()
                        ? Message.of("rulebook.here-may-stand", String.join(" ", known))
                        : Message.of("rulebook.did-you-mean", near));
    }

    private static boolean must(YamlPart part, boolean is, Message what) {
        if (!is) {
            part.problem(Message.of("rulebook.must-be", part.name(), what), Message.of("rulebook.put-it-right"));
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
