package plancheck.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Node;
import plancheck.dossier.Pointer;
import plancheck.dossier.Problems;
import plancheck.dossier.reading.DossierReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads dossiers that differ in little from what they were made of: what two have in common is turned into the reader's
 * nodes once, where the reader would write and parse it for each. Not for more than one thread.
 */
final class DossierNodes {
    private final DossierReader reader;
    /** What stands where it stood before is the same object. */
    private final Map<JsonNode, Node> nodes = new IdentityHashMap<>();

    DossierNodes(DossierReader reader) {
        this.reader = reader;
    }

    /** As if its bytes had been read, but for lines and digest. */
    DossierReading read(JsonNode dossier) {
        return reader.read(node(dossier, Pointer.ROOT), "", Map.of(), new Problems());
    }

    private Node node(JsonNode json, Pointer where) {
        Node before = nodes.get(json);
        if (before != null && before.where().equals(where)) {
            return before;
        }
        Node made = make(json, where);
        if (!where.equals(Pointer.ROOT)) { // of which there is another each time
            nodes.put(json, made);
        }
        return made;
    }

    private Node make(JsonNode json, Pointer where) {
        if (json instanceof ObjectNode object) {
            Map<String, Node> fields = new LinkedHashMap<>();
            object.properties().forEach(e -> fields.put(e.getKey(), node(e.getValue(), where.below(e.getKey()))));
            return Node.mapping(fields, 0, where);
        }
        if (json instanceof ArrayNode array) {
            List<Node> elements = new ArrayList<>();
            array.forEach(element -> elements.add(node(element, where.below(elements.size()))));
            return Node.list(elements, 0, where);
        }
        return scalar(json, where);
    }

    private static Node scalar(JsonNode json, Pointer where) {
        return switch (json.getNodeType()) {
            case NUMBER -> Node.scalar(Node.Form.NUMBER, json.asString(), 0, where);
            case BOOLEAN -> Node.scalar(Node.Form.BOOLEAN, json.asString(), 0, where);
            case STRING ->
                json.asString().isEmpty()
                        ? Node.empty(0, where)
                        : Node.scalar(Node.Form.TEXT, json.asString(), 0, where);
            case NULL -> Node.empty(0, where);
            default -> throw new IllegalArgumentException("no dossier has " + json.getNodeType());
        };
    }
}
