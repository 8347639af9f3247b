package plancheck.dossier.pasting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.reading.Suggestions;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Source;

/** Finds the column of a list that a heading means. */
final class PastedHeadings {
    private static final Set<String> NAME = Set.of("名称", "name");
    /** Of rows, which are numbered anyway. */
    private static final Set<String> NUMBERS = Set.of("序号", "编号", "序", "no", "no.", "项次");

    /** What may follow a column's name without making it another. */
    private static final Pattern LITTLE = Pattern.compile("(情况|与否|否|数|数量|状况)?");

    /** In brackets, a unit or how to fill it in; other words, as in 户数(户籍), make another column of it. */
    private static final Pattern ASIDE = Pattern.compile(
            "\\((?:[户人个米年亩%]|万人|公里|平方米|单位:?[^()]*|是/否|有/无|√/×|选填|必填|可不填|截至[^()]*|\\d{4}年?[^()]*|填[^()]*)\\)");

    private static final Pattern SIGNS = Pattern.compile("[\\s*:]");
    private static final Pattern WHETHER = Pattern.compile("是否|有无");
    private static final Pattern PLACE = Pattern.compile("[庄组]$");
    private static final Pattern NAMES = Pattern.compile(".{0,8}名称?");

    private static final Pattern UNITS = Pattern.compile("\\(?(户|人|万人|个|米|公里|平方米|亩|年|%|是/否|有/无)\\)?");
    private static final int MOST_QUOTED = 8;
    /** A title, the unit, who made it; then the headings. */
    private static final int LAST_HEADING = 5;

    private final ListSection list;
    private final Map<String, Question> byHeading = new HashMap<>();
    /** Of all columns but the one for names. */
    private final Map<Question, String> plainLabels = new LinkedHashMap<>();

    private final String kind;

    PastedHeadings(ListSection list) {
        this.list = list;
        this.kind = plain(list.label().zh());
        list.columns().stream()
                .skip(1)
                .forEach(column -> plainLabels.put(column, plain(column.label().zh())));
        Set<String> twice = new HashSet<>();
        for (Question column : list.columns()) {
            put(plain(column.label().zh()), column, twice);
            put(plain(column.label().en()), column, twice);
        }
        twice.forEach(byHeading::remove);
        list.columns().forEach(column -> byHeading.put(column.key(), column));
        beside();
        Question name = list.columns().get(0);
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

    /** Whether the row names a column; that an item is called like the whole list is no heading yet, nor is one word that is like one. */
    boolean isIn(PastedRow row) {
        Question name = list.columns().get(0);
        boolean plainly = row.cells().stream().map(PastedHeadings::plain).anyMatch(heading -> {
            Question column = byHeading.get(heading);
            return NAME.contains(heading) || (column != null && !column.equals(name));
        });
        return plainly
                || row.cells().stream()
                                .filter(cell -> column(cell, false).isPresent())
                                .count()
                        > 1;
    }

    /**
     * The column that a heading means: one of its own names, or words that can mean no other, as 户数 where one column counts households.
     *
     * @param named whether another column is the one for names
     */
    private Optional<Question> column(String heading, boolean named) {
        String plain = plain(heading);
        Question own = byHeading.get(plain);
        if (own != null || plain.length() < 2) {
            return Optional.ofNullable(own);
        }
        List<Question> alike = plainLabels.entrySet().stream()
                .filter(column -> isAlike(plain, column.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (alike.isEmpty() && !named && isName(plain)) {
            return Optional.of(list.columns().get(0));
        }
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private boolean isAlike(String heading, String label) {
        if (label.contains(heading)) {
            return true;
        }
        int at = heading.indexOf(label);
        return at >= 0
                && LITTLE.matcher(heading.substring(at + label.length())).matches()
                && kind.contains(PLACE.matcher(heading.substring(0, at)).replaceAll(""));
    }

    /** 村名 of a list of 自然村. */
    private boolean isName(String heading) {
        return NAMES.matcher(heading).matches() && heading.indexOf(kind.charAt(kind.length() - 1)) >= 0;
    }

    /** The headings in one row: where they stand in two, the upper ones merged over several, each is the lower or else the upper. */
    PastedRow whole(List<PastedRow> rows, int upper) {
        PastedRow first = rows.get(upper);
        if (!goesOn(rows, upper)) {
            return first;
        }
        List<String> lower = rows.get(upper + 1).cells();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(first.cells().size(), lower.size()); i++) {
            String below = i < lower.size() ? lower.get(i) : "";
            boolean unit = below.isEmpty() || UNITS.matcher(plain(below)).matches();
            cells.add(unit && i < first.cells().size() ? first.cells().get(i) : below);
        }
        return new PastedRow(first.number(), cells);
    }

    /** Whether the next row has headings too: none below the name, and words that can be some, or that are units. */
    boolean goesOn(List<PastedRow> rows, int upper) {
        if (upper + 1 >= rows.size()) {
            return false;
        }
        List<String> above = rows.get(upper).cells();
        List<String> below = rows.get(upper + 1).cells();
        int name = 0;
        while (name < above.size()
                && !column(above.get(name), false)
                        .filter(list.columns().get(0)::equals)
                        .isPresent()) {
            name++;
        }
        boolean unnamed =
                name < above.size() && (name >= below.size() || below.get(name).isEmpty());
        return unnamed
                && below.stream().filter(cell -> !cell.isEmpty()).noneMatch(cell -> cell.matches("[-\\d.,%]+"))
                && below.stream()
                        .anyMatch(cell -> !cell.isEmpty()
                                && (column(cell, true).isPresent()
                                        || UNITS.matcher(plain(cell)).matches()));
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
        List<Message> taken = new ArrayList<>();
        Question name = list.columns().get(0);
        boolean named = row.cells().stream().anyMatch(heading -> name.equals(byHeading.get(plain(heading))));
        Set<Question> own = new HashSet<>();
        row.cells().stream()
                .map(heading -> byHeading.get(plain(heading)))
                .filter(Objects::nonNull)
                .forEach(own::add);
        for (String heading : row.cells()) {
            Question exact = byHeading.get(plain(heading));
            // What is only alike gives way to a column that has the name.
            Question column = exact != null
                    ? exact
                    : column(heading, named)
                            .filter(alike -> !own.contains(alike))
                            .orElse(null);
            boolean known = column != null && columns.contains(column);
            if (!heading.isEmpty() && (known || column == null) && !NUMBERS.contains(plain(heading))) {
                (known ? again : unknown).add(heading);
            }
            if (column != null && exact == null && !known && !column.equals(name)) {
                taken.add(Message.of("dossier.heading-taken", Node.shortened(heading), column.label()));
            }
            columns.add(known ? null : column);
        }
        if (!taken.isEmpty()) {
            problem(
                    row,
                    Message.of("dossier.headings-taken", taken),
                    Message.of("dossier.rename-if-not-meant"),
                    problems);
        }
        if (!unknown.isEmpty()) {
            problem(
                    row,
                    Message.of("dossier.unknown-headings", inWords(unknown)),
                    Message.of(
                            "dossier.rename-or-delete-headings",
                            list.columns().stream().map(Question::label).toList()),
                    problems);
        }
        if (!again.isEmpty()) {
            problem(
                    row,
                    Message.of("dossier.headings-twice", quoted(again)),
                    Message.of("dossier.delete-other-column"),
                    problems);
        }
        if (!columns.contains(list.columns().get(0))) {
            problems.add(Problem.error(
                    row.number(),
                    list.pointer(),
                    Message.of("dossier.no-heading-for-names"),
                    Message.of("dossier.add-column-name-and-paste-it")));
        }
        return columns;
    }

    private void problem(PastedRow row, Message message, Message advice, Problems problems) {
        problems.add(Problem.warning(row.number(), list.pointer(), message, advice));
    }

    /** Each with the heading that is meant, perhaps. */
    private Phrase inWords(List<String> unknown) {
        return few(
                unknown.stream()
                        .limit(MOST_QUOTED)
                        .map(heading -> nearest(heading)
                                .map(near ->
                                        Message.of("dossier.heading-perhaps-another", Node.shortened(heading), near))
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
    static Phrase quoted(List<String> texts) {
        return few(texts.stream().limit(MOST_QUOTED).map(PastedHeadings::quote).toList(), texts.size());
    }

    private static Message quote(String text) {
        return Message.of("dossier.quoted", Node.shortened(text));
    }

    private static Phrase few(List<Message> first, int all) {
        return all > first.size() ? Message.of("dossier.several-of-many", first, all) : Label.list(first);
    }

    /** Without width, case, blanks, unit in brackets, 是否 and marks that offices add. */
    private static String plain(String heading) {
        String plain = Normalizer.normalize(Node.shortened(heading), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        plain = SIGNS.matcher(plain).replaceAll("");
        String bare = WHETHER.matcher(ASIDE.matcher(plain).replaceAll("")).replaceAll("");
        return bare.isEmpty() ? plain : bare;
    }
}
