package plancheck.dossier.pasting;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.asking.Question;
import plancheck.dossier.form.FormWriter;
import plancheck.facts.Label;
import plancheck.facts.Message;

/**
 * What one cell of a pasted table is in a dossier.
 *
 * @param row of the pasted table
 * @param field of the form the cell goes to
 */
record PastedCell(int row, String field, Question column, Problems problems) {
    /** A bare tick or 已 says yes; 1, ○ and ● may say anything. */
    private static final Set<String> YES = Set.of("是", "有", "已", "√", "✓", "✔", "☑", "yes", "y", "true");

    private static final Set<String> NO = Set.of("否", "无", "未", "没有", "×", "✕", "✖", "✗", "✘", "no", "n", "false");

    /** As the dossier has it; a cell that cannot be understood as it is, which is then among the problems. */
    String value(String cell) {
        return switch (column.type()) {
            case YES_NO, DECLARATION -> yesNo(cell);
            case CHOICE, STAGE -> choice(cell);
            case NUMBER -> number(cell);
            // A line break in a name is the spreadsheet's layout.
            case TEXT, DATE -> column.key().equals("evidence") ? cell : cell.replaceAll("\\s*\\n\\s*", " ");
        };
    }

    private String yesNo(String cell) {
        String word = plain(cell);
        if (YES.contains(word)) {
            return "yes";
        }
        return NO.contains(word)
                ? "no"
                : notUnderstood(cell, Message.of("dossier.cell-is-no-answer"), Message.of("dossier.say-yes-or-no"));
    }

    private String choice(String cell) {
        String word = plain(cell);
        for (Map.Entry<String, Label> option : column.options().entrySet()) {
            if (word.equals(option.getKey())
                    || word.equals(plain(option.getValue().zh()))
                    || word.equals(plain(option.getValue().en()))) {
                return option.getKey();
            }
        }
        return notUnderstood(
                cell,
                Message.of("dossier.cell-is-no-choice"),
                Message.of(
                        "dossier.write-a-choice",
                        column.options().values().stream()
                                .map(option -> Message.of("dossier.quoted", option))
                                .toList()));
    }

    private String number(String cell) {
        String number = bare(cell, column);
        return FormWriter.isNumber(number)
                ? number
                : notUnderstood(cell, Message.of("dossier.cell-is-no-number"), Message.of("dossier.write-digits-only"));
    }

    /** Full-width digits, thousands and the column's own unit are how spreadsheets show a number, not what it is. */
    static String bare(String cell, Question column) {
        String plain = plain(cell);
        String unit = plain(column.unitSymbol());
        String bare =
                !unit.isEmpty() && plain.endsWith(unit) ? plain.substring(0, plain.length() - unit.length()) : plain;
        return bare.matches("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?") ? bare.replace(",", "") : bare;
    }

    private String notUnderstood(String cell, Message why, Message advice) {
        problems.add(Problem.error(
                row, field, Message.of("dossier.cell-of-column", column.label(), Node.shortened(cell), why), advice));
        return cell;
    }

    private static String plain(String cell) {
        return Normalizer.normalize(Node.shortened(cell), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }
}
