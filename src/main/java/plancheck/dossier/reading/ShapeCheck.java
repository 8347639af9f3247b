package plancheck.dossier.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import plancheck.dossier.Node;
import plancheck.dossier.Pointer;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Label;
import plancheck.facts.NormalForm;

/** Holds a node against its shape and reports every difference, each with its line and a suggestion. */
public final class ShapeCheck {
    private final Problems problems;
    private final ScalarCheck scalars;

    public ShapeCheck(Problems problems) {
        this.problems = problems;
        this.scalars = new ScalarCheck(problems);
    }

    public void check(Node node, Shape shape, Label name) {
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

    private void fields(Node node, Shape.Fields shape, Label name) {
        if (!is(node, Node.Form.MAPPING, shape, name, () -> example(shape))) {
            return;
        }
        node.entries().forEach((key, value) -> {
            Shape.Field field = shape.fields().get(key);
            if (field == null) {
                unknown(key, value, shape);
            } else {
                check(value, field.shape(), Label.of(key));
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

    private void need(Node node, String key, Shape.Fields shape, Label name) {
        Shape.Field field = shape.fields().get(key);
        if (field != null && node.at(key) == null) {
            Label help = Shape.help(field.shape());
            Pointer where = node.where().below(key);
            problems.error(
                    "lacks " + key,
                    shape,
                    node.line(),
                    where,
                    () -> new Problem(
                            Problem.Severity.ERROR,
                            node.line(),
                            where.toString(),
                            help.zh().isEmpty()
                                    ? Label.filled("%s缺少“%s”", "%s has no “%s”", of(name), key)
                                    : Label.filled("%s缺少“%s”（%s）", "%s has no “%s” (%s)", of(name), key, help),
                            new Label("没有填写", "is not filled in"),
                            new Label("请补上", "Add it"),
                            0));
        }
    }

    private void exclusive(Node node, Shape.Fields shape, Label name) {
        List<String> given =
                shape.exclusive().stream().filter(key -> node.at(key) != null).toList();
        if (given.size() > 1) {
            problems.error(
                    "has several",
                    shape,
                    node.line(),
                    node.where(),
                    () -> Label.filled(
                            "%s同时写了%s",
                            "%s has all of these: %s",
                            of(name),
                            Label.list(given.stream().map(Label::of).toList())),
                    () -> new Label("只写其中一样", "Write one of them only"));
        }
    }

    private void unknown(String key, Node value, Shape.Fields shape) {
        problems.error(
                "unknown",
                shape,
                value.line(),
                value.where(),
                () -> Label.filled("不认识“%s”", "“%s” is not known", Node.shortened(key)),
                () -> {
                    String near = Suggestions.near(key, shape.fields().keySet());
                    return near.isEmpty()
                            ? new Label(
                                    "请删去，或对照“plancheck schema”改正",
                                    "Delete it, or see “plancheck schema” for what it should be")
                            : Suggestions.meant(near);
                });
    }

    private void many(Node node, Shape.Many shape, Label name) {
        if (!is(node, Node.Form.LIST, shape, name, () -> entries(shape))) {
            return;
        }
        Map<String, Node> seen = new HashMap<>();
        for (Node element : node.members()) {
            check(element, shape.element(), shape.element() instanceof Shape.Fields one ? one.help() : name);
            Node key = shape.uniqueBy().isEmpty() ? null : element.at(shape.uniqueBy());
            Node before =
                    key == null || !key.isScalar() ? null : seen.putIfAbsent(NormalForm.of(key.textOrEmpty()), key);
            if (key != null && before != null) {
                problems.error(
                        "again",
                        shape,
                        key.line(),
                        key.where(),
                        () -> again(key, before),
                        () -> new Label(
                                "同名的请加以区别，重复的请删去", "Tell those of one name apart, and delete what is there twice"));
            }
        }
    }

    /** What has no lines has rows. */
    private static Label again(Node key, Node before) {
        String name = Node.shortened(key.textOrEmpty());
        return before.line() > 0
                ? Label.filled("“%s”与第%s行重复", "“%s” is on line %s already", name, before.line())
                : Label.filled(
                        "“%s”与第%s行重复",
                        "“%s” is in row %s already", name, before.where().row());
    }

    /** How the entries of a list are written. */
    private static Label entries(Shape.Many shape) {
        return shape.element() instanceof Shape.Text
                ? new Label(
                        "请写成 [甲, 乙]，只有一项也要加方括号", "Write it as [one, two], in square brackets even if it is only one")
                : new Label("清单的每一项前面加“- ”", "Put “- ” before each entry of the list");
    }

    private void entries(Node node, Shape.Entries shape, Label name) {
        if (!is(node, Node.Form.MAPPING, shape, name, () -> written(shape))) {
            return;
        }
        node.entries().forEach((key, value) -> {
            if (!key.matches(shape.keyPattern())) {
                problems.error(
                        "key",
                        shape,
                        value.line(),
                        value.where(),
                        () -> Label.filled("“%s”中的“%s”不对", "“%s” cannot hold “%s”", name, Node.shortened(key)),
                        () -> written(shape));
            }
            check(value, shape.value(), Label.of(key));
        });
    }

    private static Label written(Shape.Entries shape) {
        return Label.filled("请写成%s", "Write it as %s", shape.help());
    }

    /** @param advice made only for a message: it was a tenth of the time a sound dossier took to read */
    private boolean is(Node node, Node.Form form, Shape shape, Label name, Supplier<Label> advice) {
        if (node.form() == form) {
            return true;
        }
        problems.error(
                "form",
                shape,
                node.line(),
                node.where(),
                () -> Label.filled(
                        "%s应为%s，材料中是%s",
                        "%s should be %s, but is %s",
                        of(name),
                        form == Node.Form.LIST ? new Label("清单", "a list") : new Label("一组字段", "a group of fields"),
                        node.inWords()),
                () -> colon(node).orElseGet(advice));
        return false;
    }

    /** What is wrong with the colon of a text that was meant to be more than a text. */
    private static Optional<Label> colon(Node node) {
        if (node.textOrEmpty().matches("[\\w-]{1,80}\\s*：[\\s\\S]*")) {
            return Optional.of(new Label(
                    "请把全角冒号“：”改成半角冒号“:”，后面空一格",
                    "Use an ordinary colon “:” with a space after it, not the full-width one"));
        }
        return node.form() == Node.Form.TEXT && node.textOrEmpty().matches("[\\w-]{1,80}:\\S[\\s\\S]*")
                ? Optional.of(new Label("冒号后面要空一格", "Put a space after the colon"))
                : Optional.empty();
    }

    /** How a short mapping is written in one line. */
    private static Label example(Shape.Fields shape) {
        List<String> required = shape.fields().entrySet().stream()
                .filter(field -> field.getValue().required())
                .map(Map.Entry::getKey)
                .toList();
        if (required.isEmpty() && shape.fields().size() > 8) {
            return new Label("请在下面逐项填写，每项一行", "Write the fields below it, each on its own line");
        }
        List<String> keys =
                required.isEmpty() ? shape.fields().keySet().stream().limit(1).toList() : required;
        String fields = keys.stream().map(key -> key + ": …").collect(Collectors.joining(", "));
        return Label.filled("请写成 { %s }", "Write it as { %s }", fields);
    }

    private static Label of(Label name) {
        return name.zh().isEmpty() ? new Label("整份材料", "The dossier") : Label.filled("“%s”", "“%s”", name);
    }
}
