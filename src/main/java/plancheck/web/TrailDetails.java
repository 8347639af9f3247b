package plancheck.web;

import plancheck.archive.AuditEntry;
import plancheck.facts.Label;
import plancheck.report.Wording;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** What the trail says beside an action, for people: it names figures by their pointers, a page by their labels. */
record TrailDetails(RuleBook book, Wording words) {

    /** The entry's detail; of a file that was attached or removed, what it proves and its name. */
    public String of(AuditEntry entry) {
        String detail = entry.detail();
        int blank = detail.indexOf(' ');
        return entry.action().startsWith("evidence.") && detail.startsWith("/") && blank > 0
                ? label(detail.substring(0, blank)) + " · " + detail.substring(blank + 1)
                : detail;
    }

    /** The label of what stands at the pointer; the pointer itself where the rule book does not know it. */
    private String label(String pointer) {
        String[] parts = pointer.split("/", -1);
        String name = name(parts[parts.length - 1], pointer);
        for (ItemKind kind : book.kinds().values()) {
            if (kind.list().equals(parts[1])) {
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
