package plancheck.dossier;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Message;

/**
 * A piece of YAML or JSON that knows where it stands.
 *
 * @param text of a scalar as written, else null
 * @param fields of a mapping, else null
 * @param elements of a list, else null
 * @param line from 1; of what stands after a key, the line of the key
 */
public record Node(
        Form form,
        @Nullable String text,
        @Nullable Map<String, Node> fields,
        @Nullable List<Node> elements,
        int line,
        Pointer where) {

    public enum Form {
        /** Nothing after the colon: the same as leaving the key out. */
        EMPTY,
        TEXT,
        NUMBER,
        BOOLEAN,
        MAPPING,
        LIST
    }

    public static Node empty(int line, Pointer where) {
        return new Node(Form.EMPTY, null, null, null, line, where);
    }

    /** What is there and cannot be read. */
    public static Node unknown(Node written) {
        return new Node(Form.EMPTY, "?", null, null, written.line, written.where);
    }

    public static Node scalar(Form form, String text, int line, Pointer where) {
        return new Node(form, text, null, null, line, where);
    }

    public static Node mapping(Map<String, Node> fields, int line, Pointer where) {
        return new Node(Form.MAPPING, null, fields, null, line, where);
    }

    public static Node list(List<Node> elements, int line, Pointer where) {
        return new Node(Form.LIST, null, null, elements, line, where);
    }

    /** As a JSON pointer. */
    public String pointer() {
        return where.toString();
    }

    public String textOrEmpty() {
        return text == null ? "" : text;
    }

    public Map<String, Node> entries() {
        return fields == null ? Map.of() : fields;
    }

    public List<Node> members() {
        return elements == null ? List.of() : elements;
    }

    public boolean isEmpty() {
        return form == Form.EMPTY;
    }

    /** Whether something stands here that cannot be read, rather than nothing. */
    public boolean isUnknown() {
        return isEmpty() && text != null;
    }

    public boolean isScalar() {
        return form != Form.MAPPING && form != Form.LIST;
    }

    /** The field, null when absent or empty. */
    @Nullable
    public Node at(String key) {
        Node node = entries().get(key);
        return node == null || node.isEmpty() ? null : node;
    }

    /** What it is, for a message. */
    public Message inWords() {
        return switch (form) {
            case EMPTY -> Message.of("dossier.empty");
            case TEXT -> Message.of("dossier.a-text", shortened(textOrEmpty()));
            case NUMBER -> Message.of("dossier.a-number", shortened(textOrEmpty()));
            case BOOLEAN -> Message.of("dossier.an-answer", shortened(textOrEmpty()));
            case MAPPING -> Message.of("dossier.group-of-fields");
            case LIST -> Message.of("dossier.a-list");
        };
    }

    /** A text short enough for one line of a message. */
    public static String shortened(String text) {
        String line = (text.length() <= 400 ? text : text.substring(0, 400)).replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "……";
    }
}
