package plancheck.plan.text;

import java.util.regex.Pattern;

/**
 * How a plan numbers its units, each given by its first as it stands at the head of a line. Paths of clauses are written
 * in one way whatever the plan's own: 一/（一）/专栏1/1.
 *
 * @param chapter for example {@code 一、} or {@code 第一章}; {@code section}, {@code item} and {@code box} likewise
 */
public record Numbering(String chapter, String section, String item, String box) {
    /** As official documents have it. */
    public static final Numbering USUAL = new Numbering("一、", "（一）", "1.", "专栏1");

    private static final String CHINESE = "[一二三四五六七八九十]{1,3}";
    private static final String ARABIC = "\\d{1,2}";

    /** Whether it has the number one, in Chinese or Arabic, once, and something that tells it from other text. */
    public static boolean isFirst(String written) {
        return written.matches("[^\\d\\s一二三四五六七八九十]*(一|1)[^\\d\\s一二三四五六七八九十]*") && written.length() > 1;
    }

    /** Whether a section's line is its title, as with 第一节; after （一） the text may go on in the same line. */
    boolean titlesSections() {
        return Character.isLetter(section.charAt(section.length() - 1));
    }

    /** A line with such a number, and with the rest after it. */
    static Pattern line(String first, String rest) {
        return Pattern.compile(number(first, "(" + CHINESE + ")", "(" + ARABIC + ")") + rest, Pattern.DOTALL);
    }

    /** Such numbers at the head of a text, as a regular expression. */
    public String heads() {
        return String.join("|", head(chapter), head(section), head(item), head(box));
    }

    private static String head(String first) {
        return number(first, CHINESE, ARABIC);
    }

    /** A digit after the number, or after its point, would make it a figure: 1.5 is no item. */
    private static String number(String first, String chinese, String arabic) {
        int at = Math.max(first.indexOf('一'), first.indexOf('1'));
        String after = first.substring(at + 1);
        return Pattern.quote(first.substring(0, at))
                + (first.charAt(at) == '1' ? arabic : chinese)
                + (after.isEmpty() ? "" : Pattern.quote(after))
                + (after.isEmpty() || after.equals(".") ? "(?!\\d)" : "");
    }
}
