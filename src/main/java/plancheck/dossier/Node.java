package plancheck.dossier;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of YAML or JSON that knows where it stands.
 *
 * @param text of a scalar as written, else null
 * @param fields of a mapping, else null
 * @param elements of a list, else null
 * @param line from 1
 * @param pointer JSON pointer
 */
record Node(
        Form form,
        @Nullable String text,
        @Nullable Map<String, Node> fields,
        @Nullable List<Node> elements,
        int line,
        String pointer) {

    enum Form {
        /** Nothing after the colon: the same as leaving the key out. */
        EMPTY,
        TEXT,
        NUMBER,
        BOOLEAN,
        MAPPING,
        LIST
    }

    String textOrEmpty() {
        return text == null ? "" : text;
    }

    Map<String, Node> entries() {
        return fields == null ? Map.of() : fields;
    }

    List<Node> members() {
        return elements == null ? List.of() : elements;
    }

    boolean isEmpty() {
        return form == Form.EMPTY;
    }

    /** The field, null when absent or empty. */
    @Nullable Node at(String key) {
        Node node = entries().get(key);
        return node == null || node.isEmpty() ? null : node;
    }

    /** What it is, for a message. */
    String inWords() {
        return switch (form) {
            case EMPTY -> "空";
            case TEXT -> "文字“" + shortened() + "”";
            case NUMBER -> "数字" + shortened();
            case BOOLEAN -> "是否值" + shortened();
            case MAPPING -> "一组字段";
            case LIST -> "一个清单";
        };
    }

    private String shortened() {
        String whole = textOrEmpty();
        return whole.length() <= 40 ? whole : whole.substring(0, 40) + "……";
    }
}
