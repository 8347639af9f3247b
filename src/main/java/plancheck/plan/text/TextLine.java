package plancheck.plan.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of the extraction that carries text.
 *
 * @param raw without blanks at either end
 * @param text as a reader should see it
 * @param number counted from 1 in the file
 */
record TextLine(String raw, String text, int number) {
    private static final String PAGE_MARK = "[—–―-]+\\s*\\d{1,4}\\s*[—–―-]+";

    /** The lines of a text without empty ones and page marks. */
    static List<TextLine> of(String raw) {
        String[] written = Glyphs.withPoints(raw).split("\\R|\\f", -1);
        List<TextLine> lines = new ArrayList<>();
        for (int i = 0; i < written.length; i++) {
            String line = strip(written[i]);
            String text = Glyphs.cleaned(line);
            if (!text.isEmpty() && !text.matches(PAGE_MARK)) {
                lines.add(new TextLine(line, text, i + 1));
            }
        }
        return lines;
    }

    /** The width of a full line: the commonest among lines that are not short at any rate. */
    static long fullWidth(List<TextLine> lines) {
        double widest = lines.stream().mapToDouble(TextLine::width).max().orElse(0);
        Map<Long, Integer> counts = new TreeMap<>();
        lines.stream()
                .filter(line -> line.width() * 2 > widest)
                .forEach(line -> counts.merge(Math.round(line.width()), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0L);
    }

    double width() {
        return Glyphs.width(raw);
    }

    /** Whether a sentence, or a heading that announces something, ends with the line. */
    boolean endsSentence() {
        return "。；：！？”）》".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** The same line with a blank between its number and its title. */
    TextLine spaced() {
        return new TextLine(raw, text.replaceFirst("^(\\D*\\d+)", "$1 "), number);
    }

    private static String strip(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && Glyphs.isBlank(line.charAt(from))) {
            from++;
        }
        while (to > from && Glyphs.isBlank(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(from, to);
    }
}
