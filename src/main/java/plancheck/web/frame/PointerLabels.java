package plancheck.web.frame;

import plancheck.facts.Label;
import plancheck.report.writing.Wording;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** What stands at a place of a dossier, in words. */
public record PointerLabels(RuleBook book, Wording words) {

    /**
     * The label of an indicator, a declaration, a named project or a list, and of an item's attribute with the item's row.
     *
     * @param pointer as JSON has them, for example {@code /villages/0/hardened-road}
     * @return the pointer itself where the rule book does not know it
     */
    public String of(String pointer) {
        String[] parts = pointer.split("/", -1);
        String name = name(parts[parts.length - 1], pointer);
        for (ItemKind kind : book.kinds().values()) {
            if (parts.length > 1 && kind.list().equals(parts[1])) {
                String list = words.say(new Label(kind.label(), kind.en()));
                return parts.length < 4 ? list : list + " " + row(parts[2]) + " · " + name;
            }
        }
        return name;
    }

    private String name(String id, String otherwise) {
        Indicator indicator = book.indicators().get(id);
        return indicator != null
                ? words.say(indicator.name())
                : book.provision(id).map(Provision::name).map(words::say).orElse(otherwise);
    }

    /** Counted from 1. */
    private static String row(String index) {
        return index.matches("\\d{1,6}") ? String.valueOf(Integer.parseInt(index) + 1) : index;
    }
}
