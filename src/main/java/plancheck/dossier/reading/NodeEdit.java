package plancheck.dossier.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Node;
import plancheck.dossier.Pointer;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Message;
import plancheck.facts.NormalForm;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Nearest;
import plancheck.rulebook.RuleBook;

/**
 * Supposes other values in a dossier before it is read: {@code figure=value}, or {@code list.name.attribute=value}. What
 * is wrong with one stands at {@code /set/} and its key, for no dossier has it.
 */
final class NodeEdit {
    /** Each is looked for in a whole list. */
    private static final int MOST = 200;

    private final RuleBook book;
    private final Problems problems;

    NodeEdit(RuleBook book, Problems problems) {
        this.book = book;
        this.problems = problems;
    }

    Node apply(Node root, Map<String, String> changes) {
        if (changes.size() > MOST) {
            problems.add(Problem.error(
                    0,
                    "/set",
                    Message.of("dossier.too-many-supposed", changes.size(), MOST),
                    Message.of("dossier.suppose-fewer")));
            return root;
        }
        Node changed = root;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            String key = book.answerId(change.getKey());
            List<String> path = path(key, root);
            if (path.isEmpty()) {
                unknown(change.getKey());
            } else {
                changed = set(changed, path, scalar(key, change.getValue()));
            }
        }
        return changed;
    }

    private void unknown(String key) {
        List<String> known = Stream.concat(book.indicators().keySet().stream(), book.works().keySet().stream())
                .toList();
        String near = Nearest.to(key, known);
        problems.add(Problem.error(
                0,
                where(key).toString(),
                Message.of("dossier.cannot-be-supposed", key),
                near.isEmpty() ? Message.of("dossier.write-id-or-list-and-name") : Suggestions.meant(near)));
    }

    private List<String> path(String key, Node root) {
        int first = key.indexOf('.');
        int last = key.lastIndexOf('.');
        boolean ofList = first < last
                && book.kinds().values().stream().anyMatch(kind -> kind.list().equals(key.substring(0, first)));
        if (ofList) {
            // A name may itself have points in it.
            List<String> parts =
                    List.of(key.substring(0, first), key.substring(first + 1, last), key.substring(last + 1));
            Node list = root.at(parts.get(0));
            for (Node element : list == null ? List.<Node>of() : list.members()) {
                Node name = element.at("name");
                if (name != null && isSame(name, parts.get(1))) {
                    return parts;
                }
            }
            return List.of();
        }
        Indicator indicator = book.indicators().get(key);
        if (indicator == null) {
            return book.works().containsKey(key) ? List.of("named-projects", key) : List.of();
        }
        if (indicator.type() == Indicator.Type.DECLARATION) {
            return List.of("declarations", key);
        }
        if (indicator.of().contains("project")) {
            return List.of("project", indicator.type() == Indicator.Type.YES_NO ? "works" : "design", key);
        }
        return indicator.isOfPlace() ? List.of("figures", key) : List.of();
    }

    private static boolean isSame(Node name, String asked) {
        return NormalForm.of(name.textOrEmpty()).equals(NormalForm.of(asked));
    }

    /** A supposed declaration or stage is supposed to be proved as well. */
    private Node scalar(String key, String value) {
        boolean number = value.matches("-?\\d+(\\.\\d+)?");
        Pointer where = where(key);
        Node node = Node.scalar(number ? Node.Form.NUMBER : Node.Form.TEXT, value, 0, where);
        Indicator indicator = book.indicators().get(key);
        boolean stage = indicator == null && book.works().containsKey(key);
        if (!stage && (indicator == null || indicator.type() != Indicator.Type.DECLARATION)) {
            return node;
        }
        Node document = Node.scalar(Node.Form.TEXT, "（设想）", 0, where);
        Node evidence = Node.list(List.of(document), 0, where);
        return Node.mapping(Map.of(stage ? "stage" : "answer", node, "evidence", evidence), 0, where);
    }

    private static Pointer where(String key) {
        return Pointer.ROOT.below("set").below(key);
    }

    private static Node set(@Nullable Node node, List<String> path, Node value) {
        if (path.isEmpty()) {
            return value;
        }
        List<String> rest = path.subList(1, path.size());
        if (node != null && node.form() == Node.Form.LIST) {
            List<Node> elements = new ArrayList<>();
            for (Node element : node.members()) {
                Node name = element.at("name");
                boolean meant = name != null && isSame(name, path.get(0));
                elements.add(meant ? set(element, rest, value) : element);
            }
            return Node.list(elements, node.line(), node.where());
        }
        Map<String, Node> fields = new LinkedHashMap<>(node == null ? Map.of() : node.entries());
        fields.put(path.get(0), set(fields.get(path.get(0)), rest, value));
        return Node.mapping(fields, node == null ? 0 : node.line(), node == null ? Pointer.ROOT : node.where());
    }
}
