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
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Unit;

/** Holds a single value against its shape. */
final class ScalarCheck {
    private static final Message VALUE_AND_UNIT = Message.of("dossier.check-value-and-its-unit");

    private final Problems problems;

    ScalarCheck(Problems problems) {
        this.problems = problems;
    }

    void check(Node node, Shape shape, Phrase name) {
        if (!node.isScalar()) {
            error(
                    "single",
                    shape,
                    node,
                    name,
                    () -> Message.of("dossier.should-be-single-value", node.inWords()),
                    () -> helpAdvice(shape));
        } else if (shape instanceof Shape.Number number) {
            number(node, number, name);
        } else if (shape instanceof Shape.Year) {
            year(node, shape, name);
        } else if (shape instanceof Shape.YesNo answer) {
            if (Scalars.yesNo(node) == null && !answer.others().containsKey(node.textOrEmpty())) {
                error(
                        "answer",
                        shape,
                        node,
                        name,
                        () -> Message.of("dossier.should-be-yes-or-no", node.inWords()),
                        () -> answer.others().isEmpty()
                                ? Message.of("dossier.write-yes-or-no")
                                : Message.of("dossier.write-yes-no-or", choices(answer.others())));
            }
        } else if (shape instanceof Shape.Date) {
            if (Scalars.date(node) == null) {
                error(
                        "date",
                        shape,
                        node,
                        name,
                        () -> Message.of("dossier.should-be-date", node.inWords()),
                        () -> DateAdvice.of(node.textOrEmpty()));
            }
        } else if (shape instanceof Shape.Choice choice) {
            choice(node, choice, name);
        } else if (shape instanceof Shape.Text text) {
            text(node, text, name);
        }
    }

    private void text(Node node, Shape.Text shape, Phrase name) {
        if (node.form() == Node.Form.BOOLEAN) {
            error(
                    "text",
                    shape,
                    node,
                    name,
                    () -> Message.of("dossier.should-be-text", node.inWords()),
                    () -> Message.of("dossier.put-in-quotes", node.textOrEmpty()));
        } else if (!shape.takes(node.textOrEmpty())) {
            error(
                    "pattern",
                    shape,
                    node,
                    name,
                    () -> Message.of("dossier.wrong-form", node.inWords()),
                    () -> Message.of("dossier.what-to-write", shape.help()));
        }
    }

    private void number(Node node, Shape.Number shape, Phrase name) {
        BigDecimal value = Scalars.decimal(node, shape.unit());
        if (value == null) {
            error(
                    "number",
                    shape,
                    node,
                    name,
                    () -> Message.of("dossier.should-be-number", node.inWords()),
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
                    unit == null ? name : Message.of("dossier.with-unit", name, unit.inWords()));
        }
        if (unit != null) {
            whole(node, value, unit, shape, name);
        }
    }

    private void year(Node node, Shape shape, Phrase name) {
        if (Scalars.year(node) == null) {
            error(
                    "year",
                    shape,
                    node,
                    name,
                    () -> Message.of("dossier.should-be-year", node.inWords()),
                    () -> Message.of("dossier.write-year-like", Days.FIRST_YEAR, Days.LAST_YEAR));
        }
    }

    /** Also used for figures in braces, once their unit is converted. */
    void range(Node node, BigDecimal value, @Nullable BigDecimal min, @Nullable BigDecimal max, Phrase name) {
        if (isOutside(value, min, max)) {
            outside(node, name, min, max, name);
        }
    }

    private static boolean isOutside(BigDecimal value, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        return (min != null && value.compareTo(min) < 0) || (max != null && value.compareTo(max) > 0);
    }

    private void outside(Node node, Object about, @Nullable BigDecimal min, @Nullable BigDecimal max, Phrase name) {
        error(
                "outside",
                about,
                node,
                name,
                () -> Message.of("dossier.impossible-value", node.textOrEmpty(), range(min, max)),
                () -> VALUE_AND_UNIT);
    }

    private static List<Message> range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        List<Message> range = new ArrayList<>();
        if (min != null) {
            range.add(Message.of("dossier.at-least", min.toPlainString()));
        }
        if (max != null) {
            range.add(Message.of("dossier.at-most", max.toPlainString()));
        }
        return range;
    }

    /** Half a village is a slip of the pen, or the wrong unit. */
    void whole(Node node, BigDecimal value, Unit unit, Phrase name) {
        whole(node, value, unit, name, name);
    }

    private void whole(Node node, BigDecimal value, Unit unit, Object about, Phrase name) {
        if (!unit.isWholeAmount(value)) {
            Unit one = unit.ofOne();
            String english = one.inWords().en();
            error(
                    "whole",
                    about,
                    node,
                    name,
                    () -> Message.of(
                            one == unit ? "dossier.not-whole" : "dossier.not-whole-when-converted",
                            new Label(one.symbol(), english.isEmpty() ? "" : " of " + english),
                            node.textOrEmpty()),
                    () -> VALUE_AND_UNIT);
        }
    }

    private void choice(Node node, Shape.Choice shape, Phrase name) {
        if (!shape.choices().containsKey(node.textOrEmpty())) {
            error(
                    "choice",
                    shape,
                    node,
                    name,
                    () -> Message.of("dossier.no-choice", node.inWords()),
                    () -> meant(node.textOrEmpty(), shape));
        }
    }

    private static Message meant(String written, Shape.Choice shape) {
        String near = Suggestions.near(written, shape.choices().keySet());
        Message choices = Message.of("dossier.one-of", choices(shape.choices()));
        return near.isEmpty() ? choices : Message.of("dossier.did-you-mean-one-of", Suggestions.meant(near), choices);
    }

    private static List<Label> choices(Map<String, Label> choices) {
        return choices.entrySet().stream()
                .map(choice -> choice(choice.getKey(), choice.getValue()))
                .toList();
    }

    /** What to write, and what it stands for where that is another word. */
    private static Label choice(String id, Label label) {
        return new Label(
                id + (label.zh().equals(id) ? "" : "（" + label.zh() + "）"),
                "“" + id + "”" + (label.en().equals(id.replace('-', ' ')) ? "" : " (" + label.en() + ")"));
    }

    /** @param ofField what is wrong, to follow the name */
    private void error(
            String what, Object about, Node node, Phrase name, Supplier<Message> ofField, Supplier<Message> advice) {
        problems.error(
                what, about, node.line(), node.where(), () -> Problem.ofField(node, name, ofField.get(), advice.get()));
    }

    private static Message helpAdvice(Shape shape) {
        Phrase help = Shape.help(shape);
        return help.zh().isEmpty()
                ? Message.of("dossier.write-single-value")
                : Message.of("dossier.write-single-value-as", help);
    }
}
