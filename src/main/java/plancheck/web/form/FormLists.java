package plancheck.web.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.dossier.asking.ListSection;

/** The lists of a form, each with the rows that the page shows of it. */
final class FormLists {
    private static final Pattern ROW = Pattern.compile("(/[^/]+)/(\\d{1,6})(?:/.*)?", Pattern.DOTALL);
    private static final List<String> PROVENANCE = List.of("source", "evidence", "note");

    /** So much of what a row has beside its columns has an input of its own; the rest is carried along. */
    private static final int MOST_BESIDE = 5;

    private final FormAnswers answers;
    private final Map<String, ListSection> lists = new HashMap<>();
    private final Map<String, ListPage> pages = new HashMap<>();

    /** A row of a list, counted from 0. */
    record ListRow(ListSection list, int number) {}

    /** @param wanted where in each list the page is to be, by the list's key */
    FormLists(List<ListSection> all, FormAnswers answers, Map<String, ListPage.ListPosition> wanted) {
        this.answers = answers;
        for (ListSection list : all) {
            int filled = answers.rows(list.pointer());
            lists.put(list.pointer(), list);
            pages.put(
                    list.pointer(),
                    ListPage.of(filled, wanted.getOrDefault(list.kind().list(), ListPage.ListPosition.NOTHING)));
        }
    }

    ListPage page(ListSection list) {
        ListPage page = pages.get(list.pointer());
        return page == null ? ListPage.of(0, ListPage.ListPosition.NOTHING) : page;
    }

    /** The row that a field or a problem belongs to; empty when it belongs to none that the form asks for. */
    Optional<ListRow> row(String pointer) {
        Matcher row = ROW.matcher(pointer);
        ListSection list = row.matches() ? lists.get(row.group(1)) : null;
        return list == null ? Optional.empty() : Optional.of(new ListRow(list, Integer.parseInt(row.group(2))));
    }

    /** The names of all fields of the rows shown. */
    Set<String> shown() {
        Set<String> names = new LinkedHashSet<>();
        for (ListSection list : lists.values()) {
            ListPage page = page(list);
            for (int row = page.first(); row <= page.last(); row++) {
                names.addAll(names(list, row));
            }
        }
        return names;
    }

    /** The names of a row's fields on the page that shows it. */
    Set<String> names(ListSection list, int row) {
        Set<String> names = asked(list, row);
        names.addAll(beside(list, row));
        return names;
    }

    private static Set<String> asked(ListSection list, int row) {
        Set<String> names = new LinkedHashSet<>();
        list.columns().forEach(column -> names.add(list.field(row, column)));
        PROVENANCE.forEach(part -> names.add(list.pointer() + "/" + row + "/" + part));
        return names;
    }

    /** What a row has beside its columns. */
    List<String> beside(ListSection list, int row) {
        Set<String> asked = asked(list, row);
        List<String> beside = new ArrayList<>(answers.below(list.pointer() + "/" + row));
        beside.removeIf(asked::contains);
        return beside.subList(0, Math.min(MOST_BESIDE, beside.size()));
    }

    /** Whether a row has something that only its opened part shows. */
    boolean hasMore(ListSection list, int row) {
        String at = list.pointer() + "/" + row + "/";
        return PROVENANCE.stream().anyMatch(part -> !answers.value(at + part).isBlank())
                || !beside(list, row).isEmpty();
    }
}
