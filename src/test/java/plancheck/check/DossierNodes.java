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
 * Reads dossiers that differ in little from the one they were made of: what they have in common with it is turned into the
 * reader's nodes once, where the reader would write and parse it for each. Nothing else is kept.
 */
final class DossierNodes {
    private final DossierReader reader;
    /** What stands in the one where it stands in another is the same object. */
    private final Map<JsonNode, Node> nodes = new IdentityHashMap<>();

    DossierNodes(DossierReader reader, JsonNode original) {
        this.reader = reader;
        keep(original, Pointer.ROOT);
    }

    private void keep(JsonNode json, Pointer where) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(e -> keep(e.getValue(), where.below(e.getKey())));
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                keep(array.get(i), where.below(i));
            }
        }
        nodes.put(json, make(json, where));
    }

    /** As if its bytes had been read, but for lines and digest. */
    DossierReading read(JsonNode dossier) {
        return reader.read(node(dossier, Pointer.ROOT), "", Map.of(), new Problems());
    }

    private Node node(JsonNode json, Pointer where) {
        Node kept = nodes.get(json);
        return kept != null && kept.where().equals(where) ? kept : make(json, where);
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
