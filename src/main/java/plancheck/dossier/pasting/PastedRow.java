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
import plancheck.facts.Label;

/**
 * One row of a pasted table that is not blank.
 *
 * @param number from 1, blank rows counted, so that it is found again in the spreadsheet
 * @param cells without the blanks around them
 */
record PastedRow(int number, List<String> cells) {

    /** A county has some thousand villages, a row of which takes less than 200 characters. */
    private static final int MOST_ROWS = 5_000;

    /** Title, heading, totals and notes that stand around them. */
    private static final int AROUND = 20;

    private static final int LONGEST = MOST_ROWS * 200;

    /** The rows; none when there are too many, which is then among the problems. */
    static List<PastedRow> split(String pasted, Problems problems) {
        if (pasted.indexOf('\uFFFD') >= 0) {
            problems.add(Problem.warning(
                    SourceText.line(pasted, pasted.indexOf('\uFFFD')),
                    "",
                    new Label("有读不成文字的乱码", "Part of it is garbled"),
                    new Label(
                            "请在电子表格里打开原表再复制；用程序提交的请用 UTF-8",
                            "Open the table in a spreadsheet and copy it from there; a program is to send UTF-8")));
        }
        List<PastedRow> rows = pasted.length() > LONGEST ? List.of() : rows(pasted, problems);
        if (pasted.length() <= LONGEST && rows.size() <= MOST_ROWS + AROUND) {
            return rows;
        }
        problems.add(Problem.error(
                0,
                "",
                Label.filled(
                        "粘贴的内容过多，一次不超过%s行、%s万字",
                        "Too much was pasted; at most %s rows and %s0,000 characters at once",
                        MOST_ROWS,
                        LONGEST / 10_000),
                new Label(
                        "请确认复制的是数据区域；清单过长时请分几次粘贴",
                        "Check that only the data was copied; paste a long list in several parts")));
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
                    0,
                    "",
                    new Label("引号不成对，已当作普通文字", "A quotation mark without its other was taken as text"),
                    new Label("请核对带引号的内容和各行是否对齐", "Check what is in quotes, and that the rows are still aligned")));
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
