package plancheck.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.asking.Question;
import plancheck.facts.Source;
import plancheck.facts.Unit;
import plancheck.rulebook.Part;

/**
 * A row of the sheet of questions.
 *
 * @param pointer of what it asks for; empty for a heading
 * @param indent how far it stands below another
 * @param choices of a column, what the dossier has to how it is shown; none where anything may be written
 */
record SheetRow(
        String pointer,
        String matter,
        String counts,
        String clause,
        int indent,
        Map<SheetColumn, Map<String, String>> choices) {
    private static final Map<String, String> YES_NO = yesNo();

    private static Map<String, String> yesNo() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("yes", "是");
        answers.put("no", "否");
        return answers;
    }

    /** What a cell of the column shows of what the dossier has there. */
    String shown(SheetColumn column, String value) {
        return shown(choices.getOrDefault(column, Map.of()), value);
    }

    static String shown(Map<String, String> choices, String value) {
        String answer = choices.containsKey("yes") && value.equals("true")
                ? "yes"
                : choices.containsKey("yes") && value.equals("false") ? "no" : value;
        return choices.getOrDefault(answer, value);
    }

    static SheetRow heading(String words) {
        return new SheetRow("", words, "", "", 0, Map.of());
    }

    boolean isHeading() {
        return pointer.isEmpty();
    }

    /** The columns that may be written in. */
    boolean takes(SheetColumn column) {
        return column == SheetColumn.CARRIED ? !isHeading() : column.isInput() && choices.containsKey(column);
    }

    /**
     * The rows of a question: its own, what stands below it, and what may be given instead.
     *
     * @param filled names of the fields that hold something
     * @param counties code to name of those whose values may be given instead
     */
    static List<SheetRow> of(
            Question question, NavigableMap<String, List<String>> filled, Map<String, String> counties) {
        List<SheetRow> rows = new ArrayList<>();
        rows.add(own(question, 0, ""));
        for (Part part : question.parts()) {
            rows.add(below(
                    question.pointer() + "/parts/" + part.id(),
                    "其中：" + part.name().zh(),
                    YES_NO,
                    SheetColumn.ANSWER));
        }
        if (question.byCounty() && question.pointer().startsWith("/figures/")) {
            counties.forEach((code, name) -> rows.add(
                    below(question.pointer() + "/by-county/" + code, "其中：" + name, Map.of(), SheetColumn.VALUE)));
        }
        years(question, filled, rows);
        if (question.countsWhatIsFinished()) {
            rows.add(below(question.pointer() + "/under-way", "在建、尚未建成的数量", Map.of(), SheetColumn.VALUE));
        }
        question.shares()
                .forEach(share -> rows.add(below(
                        question.pointer() + "/shares/" + share.id(),
                        "不逐个列清单的，填“" + share.name().zh() + "”的占比（%）",
                        Map.of(),
                        SheetColumn.VALUE)));
        caveat(question, "through-month", "只有年初至某月的数，填截至月份", filled, rows);
        caveat(question, "about", "是否约数", filled, rows);
        question.inputs().forEach(input -> rows.add(own(input, 1, "或填：")));
        return rows;
    }

    /** Only where there is some: what the dossier says against a figure is rare. */
    private static void caveat(
            Question question, String part, String words, Map<String, List<String>> filled, List<SheetRow> rows) {
        String pointer = question.pointer() + "/" + part;
        if (filled.containsKey(pointer)) {
            boolean answer = part.equals("about");
            rows.add(
                    below(pointer, words, answer ? YES_NO : Map.of(), answer ? SheetColumn.ANSWER : SheetColumn.VALUE));
        }
    }

    private static void years(Question question, NavigableMap<String, List<String>> filled, List<SheetRow> rows) {
        String series = question.pointer() + "/series/";
        WorkbookWriter.below(filled, series)
                .keySet()
                .forEach(name -> rows.add(
                        below(name, "其中：" + name.substring(series.length()) + "年", Map.of(), SheetColumn.VALUE)));
    }

    private static SheetRow below(String pointer, String matter, Map<String, String> choices, SheetColumn column) {
        return new SheetRow(pointer, matter, "", "", 1, Map.of(column, choices));
    }

    private static SheetRow own(Question question, int indent, String before) {
        Map<SheetColumn, Map<String, String>> columns = new LinkedHashMap<>();
        for (SheetColumn column : SheetColumn.values()) {
            if (column.isInput() && column.field(question.pointer()).isPresent() && isOf(column, question)) {
                columns.put(column, choices(column, question));
            }
        }
        String clause = question.asks().isEmpty()
                ? ""
                : question.asks().get(0).provision().id() + "　"
                        + question.asks().get(0).clause();
        return new SheetRow(
                question.pointer(),
                before + question.label().zh(),
                question.help().zh(),
                clause,
                indent,
                columns);
    }

    /** A number stands in its own column, all else in that of answers; who determined it is asked where something else may settle it. */
    private static boolean isOf(SheetColumn column, Question question) {
        boolean number = question.type() == Question.Type.NUMBER;
        boolean absence = question.pointer().startsWith("/not-here/");
        return switch (column) {
            case VALUE, YEAR -> number || column == SheetColumn.YEAR;
            case UNIT -> number && question.unit() != null;
            case ANSWER -> !number && !absence;
            case BY, REASON -> absence || question.maySettleOtherwise();
            case DAY -> !absence;
            default -> true;
        };
    }

    private static Map<String, String> choices(SheetColumn column, Question question) {
        return switch (column) {
            case UNIT -> units(question.unit());
            case SOURCE -> sources();
            case ANSWER -> choices(question);
            default -> Map.of();
        };
    }

    /** What may be answered, to how it is shown; nothing where anything may be. */
    static Map<String, String> choices(Question question) {
        Map<String, String> choices = new LinkedHashMap<>(question.isAnswer() ? YES_NO : Map.of());
        question.options().forEach((id, label) -> choices.put(id, label.zh()));
        return choices;
    }

    static Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            sources.put(source.id(), source.inWords().zh());
        }
        return sources;
    }

    private static Map<String, String> units(@Nullable Unit unit) {
        Map<String, String> units = new LinkedHashMap<>();
        if (unit != null) {
            unit.alternatives().forEach(one -> units.put(one.symbol(), one.symbol()));
        }
        return units;
    }
}
