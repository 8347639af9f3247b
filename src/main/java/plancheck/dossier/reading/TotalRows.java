package plancheck.dossier.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.NormalForm;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.RuleBook;

/** The sums that stand in a table among its entries, and came into a list with them: none of them is an entry. */
public final class TotalRows {
    private static final Pattern OF_ALL = Pattern.compile(
            "[^\\d:]{0,12}(?:合计|总计|共计|累计|总数)数?(?:[:(].*)?|(?:grand ?)?totals?:?|sum:?", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_SOME =
            Pattern.compile("[^\\d:]{0,12}小计数?(?:[:(].*)?|sub-? ?totals?:?", Pattern.CASE_INSENSITIVE);

    private final RuleBook book;
    private final List<Problem> problems;

    TotalRows(RuleBook book, List<Problem> problems) {
        this.book = book;
        this.problems = problems;
    }

    /** Whether an entry of a table that is named so is the sum of others. */
    static boolean isTotal(String name) {
        return isOfAll(name) || isOfSome(name);
    }

    /** Whether it is the sum of all the others. */
    public static boolean isOfAll(String name) {
        return OF_ALL.matcher(NormalForm.of(name)).matches();
    }

    /** Whether it is the sum of those next to it. */
    public static boolean isOfSome(String name) {
        return OF_SOME.matcher(NormalForm.of(name)).matches();
    }

    /** The dossier without them; each list that had some is told of once. */
    Node without(Node root) {
        Map<String, Node> fields = new LinkedHashMap<>(root.entries());
        for (ItemKind kind : book.kinds().values()) {
            fields.computeIfPresent(kind.list(), (key, list) -> entries(kind, list));
        }
        return root.form() == Node.Form.MAPPING ? Node.mapping(fields, root.line(), root.where()) : root;
    }

    private Node entries(ItemKind kind, Node list) {
        List<Node> totals = list.members().stream()
                .filter(entry -> isTotal(DossierBinder.text(entry, "name")))
                .toList();
        if (totals.isEmpty()) {
            return list;
        }
        Node first = totals.get(0);
        problems.add(Problem.warning(
                first.line(),
                first.pointer(),
                Message.of(
                        "dossier.sum-in-list",
                        kind.listName(),
                        Label.some(totals.stream()
                                .map(entry -> "“" + DossierBinder.text(entry, "name") + "”")
                                .distinct()
                                .toList()),
                        kind.name()),
                Message.of("dossier.delete-it-from-list")));
        List<Node> entries = list.members().stream()
                .filter(entry -> !isTotal(DossierBinder.text(entry, "name")))
                .toList();
        return Node.list(entries, list.line(), list.where());
    }
}
