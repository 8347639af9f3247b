package plancheck.prefill;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of a published text: what its rows say once what stands above and beside each cell is said with it. */
final class PublishedTable {
    private static final Pattern IN_UNIT = Pattern.compile("^(.*?)[（(]\\s*([^（()）]{1,8})\\s*[）)]$");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}年?末?");
    private static final Pattern UNITS = Pattern.compile(".*单位");
    private static final Pattern VALUES = Pattern.compile("数值|指标值|绝对数|绝对量|本年|全年|完成(?:数|值|情况)?|实绩");
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?%?");

    private final List<String> head;

    private PublishedTable(List<String> head) {
        this.head = head;
    }

    /** The rows below the head, as passages. */
    static List<PublishedText.Passage> passages(List<List<String>> rows, int page) {
        List<PublishedText.Passage> passages = new ArrayList<>();
        PublishedTable table = new PublishedTable(rows.isEmpty() ? List.of() : rows.get(0));
        for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            passages.add(new PublishedText.Passage(page, String.join(" | ", row), table.said(row)));
        }
        return passages;
    }

    private String said(List<String> row) {
        StringBuilder said = new StringBuilder();
        String first = row.isEmpty() ? "" : row.get(0);
        String unit = "";
        for (int i = 1; i < Math.min(row.size(), head.size()); i++) {
            unit = UNITS.matcher(head.get(i)).matches() ? row.get(i) : unit;
        }
        for (int i = 1; i < Math.min(row.size(), head.size()); i++) {
            String value = FigureFinder.narrow(row.get(i)).strip();
            if (NUMBER.matcher(value).matches()) {
                said.append(cell(first, unit, head.get(i).strip(), value));
            }
        }
        return said.toString();
    }

    private static String cell(String first, String unit, String above, String value) {
        Matcher year = YEAR.matcher(above);
        if (year.matches() || VALUES.matcher(above).matches()) {
            String of = year.matches() ? above.substring(0, 4) + "年" : "";
            return of + name(first) + value + behind(value, unit.isEmpty() ? unit(first) : unit) + "。";
        }
        boolean isFigure = IN_UNIT.matcher(above).matches() || value.endsWith("%");
        return !isFigure || UNITS.matcher(above).matches()
                ? ""
                : first + name(above) + value + behind(value, unit(above)) + "。";
    }

    private static String behind(String value, String unit) {
        return value.endsWith("%") ? "" : unit;
    }

    private static String name(String cell) {
        Matcher in = IN_UNIT.matcher(cell.strip());
        return in.matches() ? in.group(1) : cell.strip();
    }

    private static String unit(String cell) {
        Matcher in = IN_UNIT.matcher(cell.strip());
        return in.matches() ? in.group(2) : "";
    }
}
