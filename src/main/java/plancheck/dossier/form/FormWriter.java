package plancheck.dossier.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.DossierKind;
import plancheck.dossier.reading.Shape;
import plancheck.dossier.values.WrittenDay;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Writes what was filled in as a dossier, in the order of the format whatever the order of the page. */
public final class FormWriter {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** As JSON has them, and not longer than its parsers take. */
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9]\\d{0,400})(?:\\.\\d{1,400})?(?:[eE][-+]?\\d{1,9})?");

    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,8}");
    private static final Pattern BETWEEN_DOCUMENTS = Pattern.compile("[\\n；]");
    /** Half a character; UTF-8 has none, so it is written as JSON's escape for the reader to object to. */
    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

    /** More rows than a form has; those after it are counted anew, lest one number fill the memory. */
    private static final int MOST_ROWS = 50_000;

    private final Shape.Fields format;
    private final boolean numbered;
    private final Map<String, List<String>> misplaced = new LinkedHashMap<>();
    private boolean gaps;

    /** @param numbered whether empty rows are kept, so that those after them have the numbers of the page */
    FormWriter(Shape.Fields format, boolean numbered) {
        this.format = format;
        this.numbered = numbered;
    }

    /** Whether what was written has empty rows in it, which no dossier has. */
    boolean hasGaps() {
        return gaps;
    }

    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Whether it would be read as several documents. */
    static boolean isParted(String document) {
        return BETWEEN_DOCUMENTS.matcher(document).find();
    }

    String write(FormTree filled) {
        if (!filled.below.containsKey("plancheck")) {
            filled.child("plancheck").add("1");
        }
        new FormDefaults(format, judgedAt(filled)).complete(filled);
        ObjectNode root = object(filled, format, "");
        misplaced.forEach((pointer, typed) -> {
            JsonNode before = root.get(pointer);
            JsonNode value = scalar(typed, null, pointer);
            root.set(
                    pointer,
                    before == null ? value : NODES.arrayNode().add(before).add(value));
        });
        String text = JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n"; // the same on every system
        return HALF_CHARACTER
                .matcher(text)
                .replaceAll(half -> "\\\\u" + Integer.toHexString(half.group().charAt(0)));
    }

    private static @Nullable LocalDate judgedAt(FormTree filled) {
        FormTree project = filled.below.get("project");
        FormTree kind = filled.below.get("kind");
        boolean isProject = kind != null && kind.typed.contains(DossierKind.PROJECT.id());
        LocalDate completion = isProject && project != null ? date(project, "completion") : null;
        return completion == null ? date(filled, "as-of") : completion;
    }

    private static @Nullable LocalDate date(FormTree tree, String key) {
        FormTree typed = tree.below.get(key);
        return typed == null || typed.typed.size() != 1
                ? null
                : WrittenDay.of(typed.typed.get(0)).map(WrittenDay::last).orElse(null);
    }

    /** Null for what holds nothing. */
    private @Nullable JsonNode node(FormTree tree, @Nullable Shape shape, String pointer) {
        if (tree.isEmpty()) {
            return null;
        }
        if (shape instanceof Shape.Many many && many.element() instanceof Shape.Text) {
            return texts(tree, pointer);
        }
        if (tree.below.isEmpty()) {
            return scalar(tree.typed, shape instanceof Shape.Either either ? either.bare() : shape, pointer);
        }
        misplace(tree.typed, pointer);
        JsonNode below = shape instanceof Shape.Many many ? list(tree, many, pointer) : object(tree, shape, pointer);
        return below.isEmpty() ? null : below;
    }

    private ObjectNode object(FormTree tree, @Nullable Shape shape, String pointer) {
        Shape known = shape instanceof Shape.Either either ? either.braces() : shape;
        Set<String> keys =
                new LinkedHashSet<>(known instanceof Shape.Fields f ? f.fields().keySet() : Set.of());
        keys.addAll(tree.below.keySet());
        ObjectNode object = NODES.objectNode();
        for (String key : keys) {
            FormTree child = tree.below.get(key);
            JsonNode value = child == null ? null : node(child, Shape.below(known, key), below(pointer, key));
            if (value != null) {
                object.set(key, value);
            }
        }
        return object;
    }

    private ArrayNode list(FormTree tree, Shape.Many shape, String pointer) {
        ArrayNode list = NODES.arrayNode();
        inOrder(tree, pointer).forEach((index, row) -> {
            JsonNode value = node(row, shape.element(), below(pointer, String.valueOf(index)));
            if (value != null) {
                while (numbered && index < MOST_ROWS && list.size() < index) {
                    list.addNull();
                    gaps = true;
                }
                list.add(value);
            }
        });
        return list;
    }

    /** Those with a number of their own as they stand, then those typed together. */
    private @Nullable ArrayNode texts(FormTree tree, String pointer) {
        List<String> texts = new ArrayList<>();
        inOrder(tree, pointer).forEach((index, text) -> {
            texts.addAll(text.typed);
            text.below.forEach((key, deeper) -> misplaceAll(deeper, below(below(pointer, String.valueOf(index)), key)));
        });
        tree.typed.stream()
                .flatMap(BETWEEN_DOCUMENTS::splitAsStream)
                .map(Blanks::strip)
                .filter(text -> !text.isEmpty())
                .forEach(texts::add);
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array.isEmpty() ? null : array;
    }

    private SortedMap<Integer, FormTree> inOrder(FormTree tree, String pointer) {
        SortedMap<Integer, FormTree> rows = new TreeMap<>();
        tree.below.forEach((key, row) -> {
            if (INDEX.matcher(key).matches()) {
                rows.put(Integer.valueOf(key), row);
            } else {
                misplaceAll(row, below(pointer, key));
            }
        });
        return rows;
    }

    private void misplaceAll(FormTree tree, String pointer) {
        misplace(tree.typed, pointer);
        tree.below.forEach((key, child) -> misplaceAll(child, below(pointer, key)));
    }

    private void misplace(List<String> typed, String pointer) {
        if (!typed.isEmpty()) {
            misplaced.put(pointer, typed);
        }
    }

    private static JsonNode scalar(List<String> typed, @Nullable Shape shape, String pointer) {
        if (typed.size() == 1) {
            return scalar(typed.get(0), shape, pointer);
        }
        ArrayNode several = NODES.arrayNode();
        typed.forEach(value -> several.add(scalar(value, shape, pointer)));
        return several;
    }

    private static JsonNode scalar(String typed, @Nullable Shape shape, String pointer) {
        boolean number = shape instanceof Shape.Number || shape instanceof Shape.Year || pointer.equals("/plancheck");
        return number && isNumber(typed) ? NODES.rawValueNode(new RawValue(typed)) : NODES.stringNode(typed);
    }

    private static String below(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
