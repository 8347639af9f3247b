package plancheck.dossier.pasting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.reading.Suggestions;
import plancheck.facts.Label;
import plancheck.facts.Source;

/** Finds the column of a list that a heading means. */
final class PastedHeadings {
    private static final Set<String> NAME = Set.of("名称", "name");
    private static final int MOST_QUOTED = 8;
    /** A title, the unit, who made it; then the headings. */
    private static final int LAST_HEADING = 5;

    private final ListSection list;
    private final Map<String, Question> byHeading = new HashMap<>();

    PastedHeadings(ListSection list) {
        this.list = list;
        Set<String> twice = new HashSet<>();
        for (Question column : list.columns()) {
            put(plain(column.label().zh()), column, twice);
            put(plain(column.label().en()), column, twice);
        }
        twice.forEach(byHeading::remove);
        list.columns().forEach(column -> byHeading.put(column.key(), column));
        beside();
        Question name = list.columns().get(0);
        String kind = plain(list.label().zh());
        List.of(kind, kind + "名称", kind + "名").forEach(heading -> byHeading.putIfAbsent(heading, name));
    }

    private void put(String heading, Question column, Set<String> twice) {
        Question before = byHeading.put(heading, column);
        if (before != null && !before.equals(column)) {
            twice.add(heading);
        }
    }

    /** What may stand beside an item's attributes in every list. */
    private void beside() {
        Map<String, Label> sources = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            sources.put(source.id(), source.inWords());
        }
        Question source = Question.of("/source", new Label("来源", "Source"), Question.Type.CHOICE, sources);
        Question evidence = Question.of("/evidence", new Label("佐证材料", "Evidence"), Question.Type.TEXT, Map.of());
        Question note = Question.of("/note", new Label("说明", "Note"), Question.Type.TEXT, Map.of());
        List.of("来源", "source").forEach(heading -> byHeading.putIfAbsent(heading, source));
        List.of("佐证材料", "佐证", "evidence").forEach(heading -> byHeading.putIfAbsent(heading, evidence));
        List.of("说明", "备注", "note").forEach(heading -> byHeading.putIfAbsent(heading, note));
    }

    /** Whether the row names a column; that an item is called like the whole list is no heading yet. */
    boolean isIn(PastedRow row) {
        Question name = list.columns().get(0);
        return row.cells().stream().map(PastedHeadings::plain).anyMatch(heading -> {
            Question column = byHeading.get(heading);
            return NAME.contains(heading) || (column != null && !column.equals(name));
        });
    }

    /** Where the headings stand, below a title perhaps; -1 when there are none. */
    int find(List<PastedRow> rows) {
        for (int i = 0; i < Math.min(rows.size(), LAST_HEADING); i++) {
            if (isIn(rows.get(i))) {
                return i;
            }
        }
        return -1;
    }

    List<@Nullable Question> inOrder() {
        return new ArrayList<>(list.columns());
    }

    /** The columns in the order of the headings, null where a heading means none; its cells are then left over. */
    List<@Nullable Question> columns(PastedRow row, Problems problems) {
        List<@Nullable Question> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> again = new ArrayList<>();
        for (String heading : row.cells()) {
            Question column = byHeading.get(plain(heading));
            boolean known = column != null && columns.contains(column);
            if (!heading.isEmpty() && (known || column == null)) {
                (known ? again : unknown).add(heading);
            }
            columns.add(known ? null : column);
        }
        if (!unknown.isEmpty()) {
            problem(
                    row,
                    Label.filled(
                            "不认识表头%s，这些栏未采用",
                            "There are no columns for these headings, and they are not used: %s", inWords(unknown)),
                    Label.filled(
                            "请改成下列栏名之一，或删去这一栏：%s",
                            "Change each to one of these, or delete the column: %s",
                            Label.list(
                                    list.columns().stream().map(Question::label).toList())),
                    problems);
        }
        if (!again.isEmpty()) {
            problem(
                    row,
                    Label.filled(
                            "表头%s重复，只采用前一栏",
                            "These headings are there twice, and the first column is used: %s", quoted(again)),
                    new Label("请删去重复的一栏", "Delete the other column"),
                    problems);
        }
        if (!columns.contains(list.columns().get(0))) {
            problems.add(Problem.error(
                    row.number(),
                    list.pointer(),
                    new Label("表头里没有“名称”", "There is no heading “Name”"),
                    new Label("请补上“名称”一栏再粘贴", "Add the column “Name” and paste it again")));
        }
        return columns;
    }

    private void problem(PastedRow row, Label message, Label advice, Problems problems) {
        problems.add(Problem.warning(row.number(), list.pointer(), message, advice));
    }

    /** Each with the heading that is meant, perhaps. */
    private Label inWords(List<String> unknown) {
        return few(
                unknown.stream()
                        .limit(MOST_QUOTED)
                        .map(heading -> nearest(heading)
                                .map(near -> Label.filled(
                                        "“%s”（是否指“%s”？）", "“%s” (did you mean “%s”?)", Node.shortened(heading), near))
                                .orElseGet(() -> quote(heading)))
                        .toList(),
                unknown.size());
    }

    /** The column whose heading has the other in it, or is a slip of the pen away. */
    private Optional<Label> nearest(String heading) {
        String plain = plain(heading);
        List<Label> alike = list.columns().stream()
                .map(Question::label)
                .filter(label -> plain.length() > 1
                        && Stream.of(label.zh(), label.en())
                                .map(PastedHeadings::plain)
                                .anyMatch(known -> known.contains(plain) || plain.contains(known)))
                .toList();
        if (alike.size() == 1) {
            return Optional.of(alike.get(0));
        }
        String near = Suggestions.near(plain, byHeading.keySet());
        long common = near.chars().filter(c -> plain.indexOf(c) >= 0).count();
        Question column = 2 * common > plain.length() ? byHeading.get(near) : null;
        return Optional.ofNullable(column).map(Question::label);
    }

    /** The first few of them, and how many there are. */
    static Label quoted(List<String> texts) {
        return few(texts.stream().limit(MOST_QUOTED).map(PastedHeadings::quote).toList(), texts.size());
    }

    private static Label quote(String text) {
        return Label.of("“" + Node.shortened(text) + "”");
    }

    private static Label few(List<Label> first, int all) {
        Label few = Label.list(first);
        return all > first.size() ? Label.filled("%s等%s项", "%s and others, %s in all", few, all) : few;
    }

    /** Without width, case, blanks, unit in brackets, 是否 and marks that offices add. */
    private static String plain(String heading) {
        String plain = Normalizer.normalize(Node.shortened(heading), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s*:]", "");
        String bare = plain.replaceAll("\\([^()]*\\)$", "").replaceAll("^是否", "");
        return bare.isEmpty() ? plain : bare;
    }
}
