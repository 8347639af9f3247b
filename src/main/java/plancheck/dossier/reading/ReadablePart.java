package plancheck.dossier.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Node;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.RuleBook;

/**
 * What is left of a dossier when all that is wrong in it counts as unknown. An entry of a list that cannot be told from
 * the others stays, as one of which nothing is known: it may be one more than the list is thought to have.
 */
final class ReadablePart {
    /** An entry, or its name: without it nobody knows whether it is another, the same again, or the sum of all. */
    private static final String NAME = "name";

    private static final Set<String> BESIDE = Set.of("source", "evidence", "note");

    private final RuleBook book;
    private final WrongPlaces wrong = new WrongPlaces();

    /** What is wrong, by the steps of the pointers to it. */
    private static final class WrongPlaces {
        private final Map<String, WrongPlaces> below = new LinkedHashMap<>();
        private boolean here;

        private void add(String pointer) {
            WrongPlaces at = this;
            String[] steps = pointer.split("/", -1);
            for (int i = 1; i < steps.length; i++) {
                String key = steps[i].replace("~1", "/").replace("~0", "~");
                at = at.below.computeIfAbsent(key, k -> new WrongPlaces());
            }
            at.here = true;
        }

        private boolean isAt(String key) {
            WrongPlaces there = below.get(key);
            return there != null && there.here;
        }
    }

    /** @param pointers of all that is wrong */
    ReadablePart(RuleBook book, List<String> pointers) {
        this.book = book;
        pointers.forEach(wrong::add);
    }

    Node of(Node root) {
        Node left = without(root, wrong);
        Map<String, Node> fields = new LinkedHashMap<>(left.entries());
        fields.computeIfPresent("figures", (key, figures) -> figures(figures, wrong.below.get(key)));
        for (ItemKind kind : book.kinds().values()) {
            fields.computeIfPresent(kind.list(), (key, list) -> entries(list, wrong.below.get(key)));
        }
        return left.form() == Node.Form.MAPPING ? Node.mapping(fields, left.line(), left.where()) : left;
    }

    /** A figure is known as a whole or not at all: a year of a series left out would let an earlier one stand for it. */
    private static Node figures(Node figures, @Nullable WrongPlaces at) {
        if (at == null || figures.form() != Node.Form.MAPPING) {
            return figures;
        }
        Map<String, Node> known = new LinkedHashMap<>(figures.entries());
        at.below.forEach((id, there) -> {
            if (!BESIDE.containsAll(there.below.keySet())) {
                known.computeIfPresent(id, (key, figure) -> Node.unknown(figure));
            }
        });
        return Node.mapping(known, figures.line(), figures.where());
    }

    private static Node entries(Node list, @Nullable WrongPlaces at) {
        if (at == null) {
            return list;
        }
        if (at.here) {
            return Node.list(List.of(unknown(list)), list.line(), list.where());
        }
        List<Node> entries = new ArrayList<>();
        for (Node entry : list.members()) {
            WrongPlaces there = at.below.get(entry.where().lastStep());
            entries.add(there != null && (there.here || there.isAt(NAME)) ? unknown(entry) : entry);
        }
        return Node.list(entries, list.line(), list.where());
    }

    private static Node unknown(Node entry) {
        return Node.mapping(Map.of(), entry.line(), entry.where());
    }

    private static Node without(Node node, WrongPlaces at) {
        if (at.here) {
            return Node.unknown(node);
        }
        if (at.below.isEmpty()) {
            return node;
        }
        if (node.form() == Node.Form.LIST) {
            List<Node> members = new ArrayList<>();
            for (Node member : node.members()) {
                WrongPlaces there = at.below.get(member.where().lastStep());
                members.add(there == null ? member : without(member, there));
            }
            return Node.list(members, node.line(), node.where());
        }
        Map<String, Node> fields = new LinkedHashMap<>(node.entries());
        at.below.forEach((key, there) -> fields.computeIfPresent(key, (k, field) -> without(field, there)));
        return node.form() == Node.Form.MAPPING ? Node.mapping(fields, node.line(), node.where()) : node;
    }
}
