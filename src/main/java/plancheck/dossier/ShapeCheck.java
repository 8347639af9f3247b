package plancheck.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds a node against its shape and reports every difference, each with its line and a suggestion. */
final class ShapeCheck {
    private final List<Problem> problems;
    private final ScalarCheck scalars;
    private final Suggestions suggestions;

    ShapeCheck(List<Problem> problems) {
        this.problems = problems;
        this.scalars = new ScalarCheck(problems);
        this.suggestions = new Suggestions(problems);
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
            scalars.check(node, shape, name);
        }
    }

    private void fields(Node node, Shape.Fields shape, String name) {
        // The example is made only for a message: it was a tenth of the time a sound dossier took to read.
        if (node.form() != Node.Form.MAPPING && !is(node, Node.Form.MAPPING, name, example(shape))) {
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
            if (field.required()) {
                need(node, key, shape, name);
            }
        });
        shape.needs().forEach((given, needed) -> {
            if (node.at(given) != null) {
                needed.forEach(key -> need(node, key, shape, name));
            }
        });
        exclusive(node, shape, name);
    }

    private void need(Node node, String key, Shape.Fields shape, String name) {
        Shape.Field field = shape.fields().get(key);
        if (field != null && node.at(key) == null) {
            String help = Shape.help(field.shape());
            error(
                    node,
                    node.where().below(key),
                    of(name) + "缺少“" + key + "”" + (help.isEmpty() ? "" : "（" + help + "）"),
                    "请补上");
        }
    }

    private void exclusive(Node node, Shape.Fields shape, String name) {
        List<String> given =
                shape.exclusive().stream().filter(key -> node.at(key) != null).toList();
        if (given.size() > 1) {
            error(node, node.where(), of(name) + "同时写了" + String.join("、", given), "只写其中一样");
        }
    }

    private void unknown(String key, Node value, Shape.Fields shape) {
        String near = suggestions.near(key, shape.fields().keySet());
        String advice = near.isEmpty() ? "请删去，或对照“plancheck schema”改正" : "是否想写“" + near + "”？";
        error(value, value.where(), "不认识“" + Node.shortened(key) + "”", advice);
    }

    private void many(Node node, Shape.Many shape, String name) {
        String advice = shape.element() instanceof Shape.Text ? "请写成 [甲, 乙]，只有一项也要加方括号" : "清单的每一项前面加“- ”";
        if (!is(node, Node.Form.LIST, name, advice)) {
            return;
        }
        Map<String, Integer> seen = new HashMap<>();
        for (Node element : node.members()) {
            check(element, shape.element(), shape.element() instanceof Shape.Fields one ? one.help() : name);
            Node key = shape.uniqueBy().isEmpty() ? null : element.at(shape.uniqueBy());
            Integer before = key == null || !key.isScalar() ? null : seen.putIfAbsent(key.textOrEmpty(), key.line());
            if (key != null && before != null) {
                error(
                        key,
                        key.where(),
                        "“" + Node.shortened(key.textOrEmpty()) + "”与第" + before + "行重复",
                        "同名的请加以区别，重复的请删去");
            }
        }
    }

    private void entries(Node node, Shape.Entries shape, String name) {
        if (!is(node, Node.Form.MAPPING, name, "请写成" + shape.help())) {
            return;
        }
        node.entries().forEach((key, value) -> {
            if (!key.matches(shape.keyPattern())) {
                error(value, value.where(), "“" + name + "”中的“" + Node.shortened(key) + "”不对", "请写成" + shape.help());
            }
            check(value, shape.value(), key);
        });
    }

    private boolean is(Node node, Node.Form form, String name, String advice) {
        if (node.form() == form) {
            return true;
        }
        String meant = form == Node.Form.LIST ? "清单" : "一组字段";
        boolean wide = node.form() == Node.Form.TEXT && node.textOrEmpty().matches("[\\w-]{1,80}\\s*：[\\s\\S]*");
        boolean tight = node.form() == Node.Form.TEXT && node.textOrEmpty().matches("[\\w-]{1,80}:\\S[\\s\\S]*");
        error(
                node,
                node.where(),
                of(name) + "应为" + meant + "，材料中是" + node.inWords(),
                wide ? "请把全角冒号“：”改成半角冒号“:”，后面空一格" : tight ? "冒号后面要空一格" : advice);
        return false;
    }

    /** How a short mapping is written in one line. */
    private static String example(Shape.Fields shape) {
        List<String> required = shape.fields().entrySet().stream()
                .filter(field -> field.getValue().required())
                .map(Map.Entry::getKey)
                .toList();
        if (required.isEmpty() && shape.fields().size() > 8) {
            return "请在下面逐项填写，每项一行";
        }
        List<String> keys =
                required.isEmpty() ? shape.fields().keySet().stream().limit(1).toList() : required;
        return keys.stream().map(key -> key + ": …").collect(Collectors.joining(", ", "请写成 { ", " }"));
    }

    private void error(Node node, Pointer where, String message, String advice) {
        problems.add(Problem.error(node.line(), where.toString(), message, advice));
    }

    private static String of(String name) {
        return name.isEmpty() ? "整份材料" : "“" + name + "”";
    }
}
