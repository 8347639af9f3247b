package plancheck.dossier.pasting;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.form.Blanks;
import plancheck.dossier.reading.SourceText;
import plancheck.facts.Message;

/**
 * One row of a pasted table that is not blank.
 *
 * @param number from 1, blank rows counted, so that it is found again in the spreadsheet
 * @param cells without the blanks around them
 */
public record PastedRow(int number, List<String> cells) {

    /** A county has some thousand villages, a row of which takes less than 200 characters. */
    private static final int MOST_ROWS = 5_000;

    /** Title, heading, totals and notes that stand around them. */
    private static final int AROUND = 20;

    private static final int LONGEST = MOST_ROWS * 200;

    /** The rows; none when there are too many, which is then among the problems. */
    public static List<PastedRow> split(String pasted, Problems problems) {
        if (pasted.indexOf('\uFFFD') >= 0) {
            problems.add(Problem.warning(
                    SourceText.line(pasted, pasted.indexOf('\uFFFD')),
                    "",
                    Message.of("dossier.garbled"),
                    Message.of("dossier.copy-from-spreadsheet")));
        }
        List<PastedRow> rows = pasted.length() > LONGEST ? List.of() : rows(pasted, problems);
        if (pasted.length() <= LONGEST && rows.size() <= MOST_ROWS + AROUND) {
            return rows;
        }
        problems.add(Problem.error(
                0,
                "",
                Message.of("dossier.too-much-pasted", MOST_ROWS, LONGEST / 10_000),
                Message.of("dossier.paste-in-parts")));
        return List.of();
    }

    private static List<PastedRow> rows(String pasted, Problems problems) {
        String text = pasted.startsWith("\uFEFF") ? pasted.substring(1) : pasted;
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        try {
            return split(text, format);
        } catch (IOException | UncheckedIOException e) {
            // A quotation mark that only belongs to the words, which spreadsheets copy as it is.
            problems.add(Problem.warning(
                    0, "", Message.of("dossier.single-quote-mark"), Message.of("dossier.check-quotes-and-rows")));
            return unquoted(text, format.builder().setQuote(null).get());
        }
    }

    private static List<PastedRow> unquoted(String text, CSVFormat format) {
        try {
            return split(text, format);
        } catch (IOException e) {
            throw new UncheckedIOException("reading a text in memory", e);
        }
    }

    private static List<PastedRow> split(String text, CSVFormat format) throws IOException {
        List<PastedRow> rows = new ArrayList<>();
        try (var parser = format.parse(new StringReader(text))) {
            for (CSVRecord read : parser) {
                List<String> cells = read.stream().map(Blanks::strip).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(new PastedRow((int) read.getRecordNumber(), cells));
                }
            }
        }
        return rows;
    }

    /** A tab anywhere means a spreadsheet; else what parts the first line. */
    private static char delimiter(String text) {
        if (text.indexOf('\t') >= 0) {
            return '\t';
        }
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.indexOf(';') >= 0 ? ';' : ',';
    }
}
