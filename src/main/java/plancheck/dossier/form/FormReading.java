package plancheck.dossier.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Node;
import plancheck.dossier.reading.Scalars;
import plancheck.dossier.reading.Shape;

/** Spreads a dossier over the fields of a form. */
final class FormReading {
    /** What may be written without its braces. */
    private static final Set<String> BARE = Set.of("value", "answer", "stage", "name");

    private final Map<String, List<String>> values;

    /** @param values what is found is put here */
    FormReading(Map<String, List<String>> values) {
        this.values = values;
    }

    void read(Node node, @Nullable Shape shape) {
        switch (node.form()) {
            case EMPTY -> {}
            case MAPPING -> mapping(node, shape);
            case LIST -> list(node, shape);
            default -> values.put(node.pointer() + bare(shape), List.of(text(node)));
        }
    }

    private void mapping(Node node, @Nullable Shape shape) {
        node.entries().forEach((key, value) -> read(value, Shape.below(shape, key)));
        emptyIfUnknown(node, node.entries().isEmpty(), "{}", shape);
    }

    private void list(Node node, @Nullable Shape shape) {
        List<Node> members = node.members().stream().filter(m -> !m.isEmpty()).toList();
        boolean scalars = !members.isEmpty() && members.stream().allMatch(Node::isScalar);
        boolean texts = shape instanceof Shape.Many many && many.element() instanceof Shape.Text;
        if (scalars && texts && members.stream().noneMatch(m -> FormWriter.isParted(m.textOrEmpty()))) {
            String lines = members.stream().map(FormReading::text).collect(Collectors.joining("\n"));
            values.put(node.pointer(), List.of(lines));
        } else if (scalars && !(shape instanceof Shape.Many)) {
            values.put(node.pointer(), members.stream().map(FormReading::text).toList());
        } else {
            node.members().forEach(member -> read(member, shape instanceof Shape.Many m ? m.element() : null));
        }
        emptyIfUnknown(node, members.isEmpty(), "[]", shape);
    }

    /** An empty list says nothing where a list belongs; elsewhere the reader shall go on objecting to it. */
    private void emptyIfUnknown(Node node, boolean isEmpty, String written, @Nullable Shape shape) {
        boolean belongs = shape instanceof Shape.Fields
                || shape instanceof Shape.Either
                || shape instanceof Shape.Entries
                || shape instanceof Shape.Many;
        if (isEmpty && !belongs) {
            values.put(node.pointer(), List.of(written));
        }
    }

    private static String bare(@Nullable Shape shape) {
        Shape.Fields braces =
                shape instanceof Shape.Either either ? either.braces() : shape instanceof Shape.Fields f ? f : null;
        return braces == null
                ? ""
                : braces.fields().keySet().stream()
                        .limit(1)
                        .filter(BARE::contains)
                        .map(key -> "/" + key)
                        .collect(Collectors.joining());
    }

    /** As written; YAML's own ways of writing a number, such as {@code 5.}, as one types it. */
    private static String text(Node node) {
        var number = FormWriter.isNumber(node.textOrEmpty()) ? null : Scalars.decimal(node);
        return number == null ? node.textOrEmpty() : number.toPlainString();
    }
}
