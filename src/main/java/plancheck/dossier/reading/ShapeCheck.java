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
import plancheck.facts.Message;
import plancheck.facts.NormalForm;
import plancheck.facts.Phrase;

/** Holds a node against its shape and reports every difference, each with its line and a suggestion. */
public final class ShapeCheck {
    private final Problems problems;
    private final ScalarCheck scalars;

    public ShapeCheck(Problems problems) {
        this.problems = problems;
        this.scalars = new ScalarCheck(problems);
    }

    public void check(Node node, Shape shape, Phrase name) {
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

    private void fields(Node node, Shape.Fields shape, Phrase name) {
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

    private void need(Node node, String key, Shape.Fields shape, Phrase name) {
        Shape.Field field = shape.fields().get(key);
        if (field != null && node.at(key) == null) {
            Phrase help = Shape.help(field.shape());
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
                                    ? Message.of("dossier.lacks-field", of(name), key)
                                    : Message.of("dossier.lacks-field-with-help", of(name), key, help),
                            Message.of("dossier.not-filled-in"),
                            Message.of("dossier.add-it"),
                            0));
        }
    }

    private void exclusive(Node node, Shape.Fields shape, Phrase name) {
        if (shape.exclusive().isEmpty()) {
            return;
        }
        List<String> given =
                shape.exclusive().stream().filter(key -> node.at(key) != null).toList();
        if (given.size() > 1) {
            problems.error(
                    "has several",
                    shape,
                    node.line(),
                    node.where(),
                    () -> Message.of("dossier.has-several", of(name), given),
                    () -> Message.of("dossier.write-one-only"));
        }
    }

    private void unknown(String key, Node value, Shape.Fields shape) {
        problems.error(
                "unknown",
                shape,
                value.line(),
                value.where(),
                () -> Message.of("dossier.unknown-field", Node.shortened(key)),
                () -> {
                    String near = Suggestions.near(key, shape.fields().keySet());
                    return near.isEmpty() ? Message.of("dossier.delete-or-see-schema") : Suggestions.meant(near);
                });
    }

    private void many(Node node, Shape.Many shape, Phrase name) {
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
                        () -> Message.of("dossier.tell-apart-or-delete"));
            }
        }
    }

    /** What has no lines has rows. */
    private static Message again(Node key, Node before) {
        String name = Node.shortened(key.textOrEmpty());
        return before.line() > 0
                ? Message.of("dossier.again-on-line", name, before.line())
                : Message.of("dossier.again-in-row", name, before.where().row());
    }

    /** How the entries of a list are written. */
    private static Message entries(Shape.Many shape) {
        return shape.element() instanceof Shape.Text
                ? Message.of("dossier.write-in-square-brackets")
                : Message.of("dossier.put-dashes");
    }

    private void entries(Node node, Shape.Entries shape, Phrase name) {
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
                        () -> Message.of("dossier.wrong-key", name, Node.shortened(key)),
                        () -> written(shape));
            }
            check(value, shape.value(), Label.of(key));
        });
    }

    private static Message written(Shape.Entries shape) {
        return Message.of("dossier.write-it-as", shape.help());
    }

    /** @param advice made only for a message: it was a tenth of the time a sound dossier took to read */
    private boolean is(Node node, Node.Form form, Shape shape, Phrase name, Supplier<Message> advice) {
        if (node.form() == form) {
            return true;
        }
        problems.error(
                "form",
                shape,
                node.line(),
                node.where(),
                () -> Message.of(
                        "dossier.should-be-form",
                        of(name),
                        form == Node.Form.LIST
                                ? Message.of("dossier.form-list")
                                : Message.of("dossier.group-of-fields"),
                        node.inWords()),
                () -> colon(node).orElseGet(advice));
        return false;
    }

    /** What is wrong with the colon of a text that was meant to be more than a text. */
    private static Optional<Message> colon(Node node) {
        if (node.textOrEmpty().matches("[\\w-]{1,80}\\s*：[\\s\\S]*")) {
            return Optional.of(Message.of("dossier.ordinary-not-full-width-colon"));
        }
        return node.form() == Node.Form.TEXT && node.textOrEmpty().matches("[\\w-]{1,80}:\\S[\\s\\S]*")
                ? Optional.of(Message.of("dossier.put-space-after-colon"))
                : Optional.empty();
    }

    /** How a short mapping is written in one line. */
    private static Message example(Shape.Fields shape) {
        List<String> required = shape.fields().entrySet().stream()
                .filter(field -> field.getValue().required())
                .map(Map.Entry::getKey)
                .toList();
        if (required.isEmpty() && shape.fields().size() > 8) {
            return Message.of("dossier.write-fields-below");
        }
        List<String> keys =
                required.isEmpty() ? shape.fields().keySet().stream().limit(1).toList() : required;
        String fields = keys.stream().map(key -> key + ": …").collect(Collectors.joining(", "));
        return Message.of("dossier.write-it-in-braces", fields);
    }

    private static Phrase of(Phrase name) {
        return name.zh().isEmpty() ? Message.of("dossier.whole-dossier") : Message.of("dossier.quoted", name);
    }
}
