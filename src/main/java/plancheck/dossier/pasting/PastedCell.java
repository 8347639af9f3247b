package plancheck.dossier.pasting;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.asking.Question;
import plancheck.dossier.values.WrittenAnswer;
import plancheck.dossier.values.WrittenNumber;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Stage;

/**
 * What one cell of a pasted table is in a dossier.
 *
 * @param row of the pasted table
 * @param field of the form the cell goes to
 */
record PastedCell(int row, String field, Question column, Problems problems) {
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
        return WrittenAnswer.of(cell, column.label())
                .map(yes -> yes ? "yes" : "no")
                .orElseGet(() -> notUnderstood(
                        cell, Message.of("dossier.cell-is-no-answer"), Message.of("dossier.say-yes-or-no")));
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
        Optional<String> stage =
                Stage.written(cell).map(Stage::id).filter(id -> column.options().containsKey(id));
        return stage.orElseGet(() -> notUnderstood(
                cell,
                Message.of("dossier.cell-is-no-choice"),
                Message.of(
                        "dossier.write-a-choice",
                        column.options().values().stream()
                                .map(option -> Message.of("dossier.quoted", option))
                                .toList())));
    }

    private String number(String cell) {
        return decimal(cell, column)
                .map(BigDecimal::toPlainString)
                .orElseGet(() -> notUnderstood(
                        cell, Message.of("dossier.cell-is-no-number"), Message.of("dossier.write-digits-only")));
    }

    /** The number in the column's own unit. */
    static Optional<BigDecimal> decimal(String cell, Question column) {
        return WrittenNumber.of(cell).filter(written -> !written.about()).flatMap(written -> written.in(column.unit()));
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
