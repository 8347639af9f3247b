package plancheck.dossier.asking;

import java.util.List;
import plancheck.facts.Label;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.Provision;

/**
 * A list a dossier is asked for.
 *
 * @param columns the item's name, where it lies unless there is only one such place, then its attributes
 * @param provisions those that ask something of the items, in the order of the plans
 * @param totals the figures that say how many bound items there are, which nothing else asks for
 */
public record ListSection(ItemKind kind, List<Question> columns, List<Provision> provisions, List<Question> totals) {

    public ListSection {
        columns = List.copyOf(columns);
        provisions = List.copyOf(provisions);
        totals = List.copyOf(totals);
    }

    /** What the items are called. */
    public Label label() {
        return kind.name();
    }

    /** Where the list stands in the dossier. */
    public String pointer() {
        return "/" + kind.list();
    }

    /** The columns without name and place. */
    public List<Question> attributes() {
        return columns.stream().filter(column -> !column.asks().isEmpty()).toList();
    }

    /** The name of the form's field in a row, counted from 0. */
    public String field(int row, Question column) {
        return pointer() + "/" + row + column.pointer();
    }
}
