package plancheck.dossier.pasting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.reading.TotalRows;
import plancheck.facts.Message;
import plancheck.facts.NormalForm;
import plancheck.facts.Phrase;

/** The rows of a pasted table that add up the others, and those below it that say who made it: none of them is an item. */
final class PastedTotals {
    private static final Pattern FOOT =
            Pattern.compile("(?:注|备注|说明|单位|填[表报](?:人|单位|日期|时间)|审核人?|负责人|联系(?:人|电话)|制表人?|[数资]?[据料]?来源)\\d*:.*");

    private final ListSection list;
    private final List<@Nullable Question> columns;
    private final List<PastedRow> items = new ArrayList<>();
    private final List<Total> totals = new ArrayList<>();
    private final List<PastedRow> feet = new ArrayList<>();

    /** @param above how many items stand above it */
    private record Total(PastedRow row, boolean part, int above) {}

    PastedTotals(ListSection list, List<@Nullable Question> columns) {
        this.list = list;
        this.columns = columns;
    }

    /** Whether the row is an item; if not it is kept for {@link #tell}. */
    boolean isItem(PastedRow row) {
        String first = row.cells().stream()
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .map(Node::shortened)
                .orElse("");
        int name = columns.indexOf(list.columns().get(0));
        String named = name >= 0 && name < row.cells().size()
                ? Node.shortened(row.cells().get(name))
                : "";
        boolean part = TotalRows.isOfSome(first) || TotalRows.isOfSome(named);
        if (part || TotalRows.isOfAll(first) || TotalRows.isOfAll(named)) {
            totals.add(new Total(row, part, items.size()));
        } else if (FOOT.matcher(NormalForm.of(first)).matches()) {
            feet.add(row);
        } else {
            items.add(row);
            return true;
        }
        return false;
    }

    /** Says once that they are no items, and where a total is not what the items come to. */
    void tell(Problems problems) {
        if (!totals.isEmpty()) {
            problems.add(Problem.warning(
                    totals.get(0).row.number(),
                    list.pointer(),
                    Message.of(
                            "dossier.totals-not-used",
                            named(totals.stream().map(Total::row).toList())),
                    Message.of("dossier.paste-without-totals")));
        }
        if (!feet.isEmpty()) {
            problems.add(Problem.warning(
                    feet.get(0).number(),
                    list.pointer(),
                    Message.of("dossier.note-not-used", named(feet)),
                    Message.of("dossier.paste-items-only")));
        }
        for (int i = 0; i < columns.size(); i++) {
            Question column = columns.get(i);
            if (column != null && column.type() == Question.Type.NUMBER) {
                for (Total total : totals) {
                    compare(total, i, column, problems);
                }
            }
        }
    }

    private static Phrase named(List<PastedRow> rows) {
        return PastedHeadings.quoted(rows.stream()
                .map(row -> row.cells().stream()
                        .filter(cell -> !cell.isEmpty())
                        .findFirst()
                        .orElse(""))
                .distinct()
                .toList());
    }

    private void compare(Total total, int column, Question asked, Problems problems) {
        BigDecimal given = value(total.row, column, asked).orElse(null);
        List<BigDecimal> sums = sums(total, column, asked);
        if (given != null && !sums.isEmpty() && sums.stream().noneMatch(sum -> sum.compareTo(given) == 0)) {
            problems.add(Problem.warning(
                    total.row.number(),
                    list.pointer(),
                    Message.of(
                            "dossier.total-differs",
                            asked.label(),
                            given.toPlainString(),
                            sums.get(0).toPlainString()),
                    Message.of("dossier.check-rows-and-total")));
        }
    }

    /** What the items come to that it may be the total of; nothing where one of them is not known. */
    private List<BigDecimal> sums(Total total, int column, Question asked) {
        int at = totals.indexOf(total);
        int before = at == 0 ? 0 : totals.get(at - 1).above;
        int after = at + 1 == totals.size() ? items.size() : totals.get(at + 1).above;
        List<BigDecimal> sums = new ArrayList<>();
        for (List<PastedRow> rows : total.part
                ? List.of(items.subList(before, total.above), items.subList(total.above, after))
                : List.of(items)) {
            BigDecimal sum = BigDecimal.ZERO;
            for (PastedRow row : rows) {
                Optional<BigDecimal> value = value(row, column, asked);
                if (value.isEmpty()) {
                    return List.of();
                }
                sum = sum.add(value.get());
            }
            if (!rows.isEmpty()) {
                sums.add(sum);
            }
        }
        return sums;
    }

    private static Optional<BigDecimal> value(PastedRow row, int column, Question asked) {
        String cell = column < row.cells().size() ? row.cells().get(column) : "";
        return PastedCell.decimal(cell, asked);
    }
}
