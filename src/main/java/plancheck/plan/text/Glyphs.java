package plancheck.plan.text;

/**
 * Puts right what extraction from a PDF does to single characters: full-width digits, a decimal point from the
 * private-use area, ASCII punctuation for Chinese, blanks between Chinese characters.
 */
final class Glyphs {
    private static final String ASCII_MARKS = ",:;()«»○";
    private static final String CHINESE_MARKS = "，：；（）《》〇";

    private Glyphs() {}

    /**
     * The whole text with its points told apart. Where the extraction has a private-use decimal point, a plain dot
     * is always a full stop; elsewhere a dot after a digit is a point, because Chinese full stops are written 。.
     */
    static String withPoints(String raw) {
        boolean hasOwnPoint = raw.codePoints().anyMatch(Glyphs::isPrivate);
        StringBuilder text = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> {
            boolean afterDigit = !text.isEmpty() && Character.isDigit(text.codePointBefore(text.length()));
            boolean stop = (c == '.' || c == '．') && (hasOwnPoint || !afterDigit);
            text.appendCodePoint(isPrivate(c) ? '.' : stop ? '。' : c == '．' ? '.' : c);
        });
        return text.toString();
    }

    /** One line fit to be read: blanks only between Latin words, digits half-width, Chinese punctuation. */
    static String cleaned(String line) {
        StringBuilder cleaned = new StringBuilder(line.length());
        line.codePoints().forEach(c -> cleaned.appendCodePoint(halfWidth(c)));
        for (int i = cleaned.length() - 1; i >= 0; i--) {
            char c = cleaned.charAt(i);
            if (isBlank(c) && !(isLatin(cleaned, i - 1) && isLatin(cleaned, i + 1))) {
                cleaned.deleteCharAt(i);
            } else if (ASCII_MARKS.indexOf(c) >= 0 && !(isLatin(cleaned, i - 1) && isLatin(cleaned, i + 1))) {
                cleaned.setCharAt(i, CHINESE_MARKS.charAt(ASCII_MARKS.indexOf(c)));
            }
        }
        return cleaned.toString();
    }

    /** Width in Chinese characters as printed: Latin letters, digits and blanks take half. */
    static double width(String line) {
        return line.codePoints()
                .mapToDouble(c -> c < 0x80 && (Character.isLetterOrDigit(c) || " %+".indexOf(c) >= 0) ? 0.5 : 1)
                .sum();
    }

    static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    static boolean isLatin(CharSequence text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 0x80 && Character.isLetterOrDigit(text.charAt(at));
    }

    private static int halfWidth(int c) {
        boolean wide = c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ' || c == '％' || c == '＋';
        return wide ? c - 0xFEE0 : c;
    }

    private static boolean isPrivate(int c) {
        return Character.getType(c) == Character.PRIVATE_USE;
    }
}
