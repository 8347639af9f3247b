package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.DossierKind;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.Understood;
import plancheck.dossier.values.WrittenAnswer;
import plancheck.dossier.values.WrittenDay;
import plancheck.dossier.values.WrittenNumber;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.NormalForm;
import plancheck.facts.Phrase;
import plancheck.facts.Stage;
import plancheck.facts.Unit;

/**
 * Puts the value of the format wherever a dossier has one as people write it: {@code 97.2％}, {@code 14,012}, {@code 1.2万人},
 * {@code 2024年6月}, {@code √}. What only looks different is taken silently and kept for who wants to see it; what was reckoned
 * or filled in is said as well. What may mean two things stays as it is, for the shape check to ask.
 */
final class WrittenValues {
    /** More than anybody looks at; a list of a hundred thousand villages has half a million ticks. */
    private static final int MOST_KEPT = 10_000;

    private static final Set<String> FORMAT = Set.of("yes", "no");

    private final Problems problems;
    private final List<Understood> understood = new ArrayList<>();
    private @Nullable Integer year;

    WrittenValues(Problems problems) {
        this.problems = problems;
    }

    /** What was taken, in the order of the dossier; the first {@link #MOST_KEPT} of it. */
    List<Understood> understood() {
        return List.copyOf(understood);
    }

    Node apply(Node root, Shape.Fields format) {
        year = yearJudged(root);
        return node(root, format, Label.of(""), null);
    }

    /** The year a bare figure is of. */
    private @Nullable Integer yearJudged(Node root) {
        Node project = root.at("project");
        Node kind = root.at("kind");
        boolean isProject = kind != null && kind.textOrEmpty().equals(DossierKind.PROJECT.id());
        Node completion = isProject && project != null ? project.at("completion") : null;
        Node day = completion == null ? root.at("as-of") : completion;
        LocalDate read = day == null ? null : Scalars.date(day);
        if (day == null || read != null) {
            return read == null ? null : Integer.valueOf(read.getYear());
        }
        return WrittenDay.of(day.textOrEmpty()).map(d -> d.last().getYear()).orElse(null);
    }

    /**
     * @param name of the field
     * @param unit that stands beside, for values whose own shape has none; null where none does
     */
    private Node node(Node node, @Nullable Shape shape, Phrase name, @Nullable Unit unit) {
        if (shape == null || node.isEmpty()) {
            return node;
        }
        if (shape instanceof Shape.Either either) {
            return node.form() == Node.Form.MAPPING ? fields(node, either.braces(), unit) : bare(node, either, name);
        }
        return switch (node.form()) {
            case MAPPING -> mapping(node, shape, unit);
            case LIST -> list(node, shape, unit);
            case TEXT, NUMBER -> scalar(node, shape, name, unit);
            case BOOLEAN -> shape instanceof Shape.YesNo answer ? answer(node, answer) : node;
            case EMPTY -> node;
        };
    }

    private Node mapping(Node node, Shape shape, @Nullable Unit unit) {
        if (shape instanceof Shape.Fields fields) {
            return fields(node, fields, unit);
        }
        if (!(shape instanceof Shape.Entries entries)) {
            return node;
        }
        Map<String, Node> changed = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> changed.put(key, node(value, entries.value(), Label.of(key), unit)));
        return Node.mapping(changed, node.line(), node.where());
    }

    private Node list(Node node, Shape shape, @Nullable Unit unit) {
        if (!(shape instanceof Shape.Many many) || many.element() instanceof Shape.Text) {
            return node;
        }
        boolean same = true;
        List<Node> members = new ArrayList<>(node.members().size());
        for (Node member : node.members()) {
            Node after = node(member, many.element(), Label.of(""), unit);
            same &= isSame(after, member);
            members.add(after);
        }
        return same ? node : Node.list(members, node.line(), node.where());
    }

    private Node fields(Node node, Shape.Fields shape, @Nullable Unit above) {
        Map<String, Node> changed = null;
        Unit own = unitBeside(node, shape);
        Unit unit = own == null ? above : own;
        for (Map.Entry<String, Node> entry : node.entries().entrySet()) {
            Node before = entry.getValue();
            Node after = entry.getKey().equals("value") && isAmount(before, shape)
                    ? before
                    : node(before, Shape.below(shape, entry.getKey()), Label.of(entry.getKey()), unit);
            if (!isSame(after, before)) {
                changed = changed == null ? new LinkedHashMap<>(node.entries()) : changed;
                changed.put(entry.getKey(), after);
            }
        }
        Node value = node.at("value");
        if (value != null && isAmount(value, shape)) {
            changed = changed == null ? new LinkedHashMap<>(node.entries()) : changed;
            amount(value, shape, unit, changed);
        }
        return changed == null ? node : Node.mapping(changed, node.line(), node.where());
    }

    /** Whether it is a text where a number with its unit belongs. */
    private static boolean isAmount(Node value, Shape.Fields shape) {
        return value.form() == Node.Form.TEXT && Shape.below(shape, "value") instanceof Shape.Number;
    }

    /** Whether nothing in it was changed; what equals it would have to be looked through. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Node after, Node before) {
        return after == before;
    }

    private static @Nullable Unit unitBeside(Node node, Shape.Fields shape) {
        Node unit = shape.fields().containsKey("unit") ? node.at("unit") : null;
        return unit == null ? null : WrittenNumber.unit(unit.textOrEmpty()).orElse(null);
    }

    /** A value in braces: what stands behind it may be the unit that belongs beside it, or that it is about so much. */
    private void amount(Node value, Shape.Fields shape, @Nullable Unit unit, Map<String, Node> braces) {
        Shape below = Shape.below(shape, "value");
        WrittenNumber written = WrittenNumber.of(value.textOrEmpty()).orElse(null);
        if (written == null || !(below instanceof Shape.Number number)) {
            return;
        }
        boolean lacks = unit == null && !braces.containsKey("unit") && written.unit() != null;
        boolean takes = lacks && mayStand(written.unit(), Shape.below(shape, "unit"));
        Unit meant =
                takes ? written.unit() : unit == null ? Unit.of(number.unit()).orElse(null) : unit;
        Node taken = number(
                value,
                written,
                number.unit(),
                meant,
                Label.of("value"),
                shape.fields().containsKey("about"));
        if (isSame(taken, value)) {
            return;
        }
        braces.put("value", taken);
        if (takes && meant != null) {
            braces.put("unit", text(value, meant.symbol()));
        }
        if (written.about()) {
            braces.putIfAbsent("about", text(value, "yes"));
        }
    }

    private static boolean mayStand(@Nullable Unit unit, @Nullable Shape beside) {
        return unit != null
                && (beside instanceof Shape.Text
                        || (beside instanceof Shape.Choice units
                                && units.choices().containsKey(unit.symbol())));
    }

    private static Node text(Node value, String text) {
        return Node.scalar(Node.Form.TEXT, text, value.line(), value.where());
    }

    /** A bare figure; one that is only about so much goes into braces that say so. */
    private Node bare(Node node, Shape.Either either, Phrase name) {
        WrittenNumber written = node.form() == Node.Form.TEXT && either.bare() instanceof Shape.Number
                ? WrittenNumber.of(node.textOrEmpty()).orElse(null)
                : null;
        if (written == null || !written.about()) {
            return node(node, either.bare(), name, null);
        }
        Integer of = year;
        if (!either.braces().fields().containsKey("about") || of == null) {
            return node;
        }
        String symbol = ((Shape.Number) either.bare()).unit();
        Node taken = number(node, written, symbol, Unit.of(symbol).orElse(null), name, true);
        if (isSame(taken, node)) {
            return node;
        }
        Map<String, Node> braces = new LinkedHashMap<>();
        braces.put("value", taken);
        if (!symbol.isEmpty()) {
            braces.put("unit", text(node, symbol));
        }
        braces.put("year", Node.scalar(Node.Form.NUMBER, of.toString(), node.line(), node.where()));
        braces.put("about", text(node, "yes"));
        return Node.mapping(braces, node.line(), node.where());
    }

    private Node scalar(Node node, Shape shape, Phrase name, @Nullable Unit beside) {
        if (shape instanceof Shape.Date date) {
            return date(node, date, name);
        }
        if (node.form() != Node.Form.TEXT) {
            return node;
        }
        if (shape instanceof Shape.Number number) {
            return WrittenNumber.of(node.textOrEmpty())
                    .map(written -> number(
                            node,
                            written,
                            number.unit(),
                            number.unit().isEmpty()
                                    ? beside
                                    : Unit.of(number.unit()).orElse(null),
                            name,
                            false))
                    .orElse(node);
        }
        if (shape instanceof Shape.Year) {
            return year(node);
        }
        if (shape instanceof Shape.YesNo answer) {
            return answer(node, answer);
        }
        return shape instanceof Shape.Choice choice ? choice(node, choice) : node;
    }

    /**
     * The number in the unit that is meant; the node itself where it is no number of that unit, or may be two.
     *
     * @param own the unit of the shape, empty where it has none
     * @param meant the unit the value is to be in; null where none is known
     */
    private Node number(
            Node node, WrittenNumber written, String own, @Nullable Unit meant, Phrase name, boolean mayBeAbout) {
        BigDecimal value = written.in(meant).orElse(null);
        boolean asTheFormatHasIt = Scalars.decimal(node, own) != null; // which insists on one percent or less
        if (value == null || asTheFormatHasIt || (written.about() && !mayBeAbout)) {
            return node;
        }
        Unit given = written.unit();
        String number = value.toPlainString();
        String unit = meant == null ? "" : meant.symbol();
        boolean reckoned = written.power() > 0 || written.about() || (given != null && given != meant);
        Message taken = Message.of(
                written.about() ? "dossier.taken-about" : "dossier.taken-number",
                number,
                meant == null ? Label.of("") : meant.inWords());
        understand(node, name, taken, reckoned);
        if (own.equals("%") && given == Unit.PERCENT && number.matches(Scalars.SMALL)) {
            return Node.scalar(Node.Form.TEXT, number + unit, node.line(), node.where()); // it insists on so little
        }
        return Node.scalar(Node.Form.NUMBER, number, node.line(), node.where());
    }

    private Node year(Node node) {
        String plain = NormalForm.of(node.textOrEmpty());
        String bare = plain.endsWith("年") ? plain.substring(0, plain.length() - 1) : plain;
        if (!bare.matches("\\d{4}")) {
            return node;
        }
        understand(node, Label.of("year"), Label.of(bare), false);
        return Node.scalar(Node.Form.NUMBER, bare, node.line(), node.where());
    }

    private Node date(Node node, Shape.Date shape, Phrase name) {
        String text = node.textOrEmpty();
        // A number has lost the zero of 2024.10.
        boolean twofold = node.form() == Node.Form.NUMBER && text.matches("\\d{4}\\.1");
        WrittenDay day = Scalars.date(node) != null || twofold
                ? null
                : WrittenDay.of(text).orElse(null);
        if (day == null) {
            return node;
        }
        String taken = (shape.fromItsStart() ? day.first() : day.last()).toString();
        boolean serial = text.matches("\\d{5}(\\.0+)?");
        understand(node, name, Label.of(taken), !day.isWhole() || serial);
        return Node.scalar(Node.Form.TEXT, taken, node.line(), node.where());
    }

    private Node answer(Node node, Shape.YesNo shape) {
        String text = node.textOrEmpty();
        Boolean known = Scalars.yesNo(node);
        if (known != null || shape.others().containsKey(text)) {
            return known == null || FORMAT.contains(text)
                    ? node
                    : Node.scalar(Node.Form.TEXT, known ? "yes" : "no", node.line(), node.where());
        }
        Optional<String> other = named(text, shape.others());
        if (other.isPresent()) {
            return taken(node, other.get(), shape.others().get(other.get()));
        }
        return WrittenAnswer.of(text, shape.asked())
                .map(yes -> taken(node, yes ? "yes" : "no", yes ? new Label("是", "yes") : new Label("否", "no")))
                .orElse(node);
    }

    private Node choice(Node node, Shape.Choice shape) {
        String text = node.textOrEmpty();
        if (shape.choices().containsKey(text) || shape.written().contains(text)) {
            return node;
        }
        return named(text, shape.choices())
                .or(() -> Stage.written(text).map(Stage::id).filter(shape.choices()::containsKey))
                .or(() -> WrittenNumber.unit(text).map(Unit::symbol).filter(shape.choices()::containsKey))
                .map(id -> taken(node, id, shape.choices().get(id)))
                .orElse(node);
    }

    /** The only choice that is called so, in either language. */
    private static Optional<String> named(String text, Map<String, Label> choices) {
        String plain = NormalForm.of(text);
        List<String> called = choices.entrySet().stream()
                .filter(choice -> plain.equalsIgnoreCase(choice.getKey())
                        || plain.equals(NormalForm.of(choice.getValue().zh()))
                        || plain.equalsIgnoreCase(choice.getValue().en()))
                .map(Map.Entry::getKey)
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    private Node taken(Node node, String written, @Nullable Label label) {
        understand(node, Label.of(""), label == null ? Label.of(written) : label, false);
        return Node.scalar(Node.Form.TEXT, written, node.line(), node.where());
    }

    private void understand(Node node, Phrase name, Phrase taken, boolean reckoned) {
        if (understood.size() < MOST_KEPT) {
            understood.add(new Understood(node.line(), node.pointer(), node.textOrEmpty(), taken));
        }
        if (reckoned) {
            problems.add(Problem.hintOfField(
                    node,
                    name,
                    Message.of("dossier.taken-for", Node.shortened(node.textOrEmpty()), taken),
                    Message.of("dossier.rewrite-if-not-meant")));
        }
    }
}
