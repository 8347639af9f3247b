package plancheck.sheet;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plancheck.facts.NormalForm;

/** A column of the sheet of questions: its head, and which field of the dossier's form a cell below it holds. */
enum SheetColumn {
    NUMBER("序号", 5),
    MATTER("事项", 26),
    COUNTS("填报口径", 32),
    VALUE("数值", 11),
    UNIT("单位", 8),
    YEAR("年份", 7),
    DAY("截至日期", 11),
    ANSWER("答复", 11),
    BY("由谁认定", 12),
    REASON("理由", 12),
    EVIDENCE("佐证材料", 24),
    SOURCE("来源", 8),
    NOTE("说明", 14),
    CLAUSE("条款", 18),
    CARRIED("沿用", 6),
    KEY("填报项（勿改）", 30);

    private static final int LONGEST = 20;
    private static final Map<String, SheetColumn> BY_HEAD = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(column -> NormalForm.of(column.head), column -> column));

    private final String head;
    private final int width;

    SheetColumn(String head, int width) {
        this.head = head;
        this.width = width;
    }

    String head() {
        return head;
    }

    /** In characters. */
    int width() {
        return width;
    }

    /** Whether an office writes in it. */
    boolean isInput() {
        return compareTo(VALUE) >= 0 && compareTo(NOTE) <= 0 || this == CARRIED;
    }

    static Optional<SheetColumn> headed(String cell) {
        return cell.length() > LONGEST ? Optional.empty() : Optional.ofNullable(BY_HEAD.get(NormalForm.of(cell)));
    }

    /**
     * The field that a cell of this column holds, in the row of a pointer; empty where the row has none.
     *
     * @param pointer of what the row asks for, such as {@code /figures/residents} or {@code /declarations/x/parts/a}
     */
    Optional<String> field(String pointer) {
        String[] steps = pointer.split("/", -1);
        boolean whole = steps.length == 3;
        boolean figure = whole && steps[1].equals("figures") || pointer.equals("/project/investment");
        boolean answer = whole
                && (steps[1].equals("declarations")
                        || steps[1].equals("named-projects")
                        || steps[1].equals("not-here"));
        if (!figure && !answer) {
            return this == VALUE || this == ANSWER ? Optional.of(pointer) : Optional.empty();
        }
        String part = switch (this) {
            case VALUE -> figure ? "value" : "";
            case UNIT -> figure ? "unit" : "";
            case YEAR -> figure ? "year" : "";
            case ANSWER ->
                figure
                        ? "value"
                        : steps[1].equals("declarations") ? "answer" : steps[1].equals("named-projects") ? "stage" : "";
            case DAY -> answer && !steps[1].equals("not-here") ? "date" : "";
            case BY -> answer ? "by" : "";
            case REASON -> answer ? "reason" : "";
            case EVIDENCE -> "evidence";
            case SOURCE -> steps[1].equals("not-here") ? "" : "source";
            case NOTE -> "note";
            default -> "";
        };
        return part.isEmpty() ? Optional.empty() : Optional.of(pointer + "/" + part);
    }
}
