package plancheck.plan.text;

import java.text.Normalizer;

/**
 * A text reduced to what must not change: letters, digits, Chinese characters and decimal points; with the way
 * back to the text it came from. Punctuation and blanks differ between editions of the same document, figures
 * and words do not.
 *
 * @param text the reduced text
 * @param positions for each of its characters, where it stands in the full text
 */
record Bare(String text, int[] positions) {

    static Bare of(String full) {
        StringBuilder kept = new StringBuilder(full.length());
        int[] positions = new int[full.length() * 4];
        for (int i = 0; i < full.length(); i++) {
            char written = full.charAt(i);
            if (isPlain(written)) {
                keep(written, full, i, kept, positions);
            } else {
                for (char c : Normalizer.normalize(String.valueOf(written), Normalizer.Form.NFKC)
                        .toCharArray()) {
                    keep(c, full, i, kept, positions);
                }
            }
        }
        return new Bare(kept.toString(), java.util.Arrays.copyOf(positions, kept.length()));
    }

    private static void keep(char c, String full, int at, StringBuilder kept, int[] positions) {
        if (isKept(c) || c == '.' && isPoint(full, at)) {
            positions[kept.length()] = at;
            kept.append(c == '○' ? '〇' : c);
        }
    }

    /** Where the other text begins in this one as a whole, not inside a longer number; -1 when nowhere. */
    int find(Bare other) {
        if (other.text.isEmpty()) {
            return -1;
        }
        int at = text.indexOf(other.text);
        while (at >= 0 && (cutsNumber(at) || cutsNumber(at + other.text.length()))) {
            at = text.indexOf(other.text, at + 1);
        }
        return at;
    }

    /** Whether a boundary before this character would lie inside a number. */
    private boolean cutsNumber(int at) {
        return at > 0
                && at < text.length()
                && isNumeric(text.charAt(at - 1))
                && isNumeric(text.charAt(at))
                && positions[at] == positions[at - 1] + 1;
    }

    private static boolean isPlain(char c) {
        return c < 0x80 || c >= 0x4E00 && c <= 0x9FFF;
    }

    private static boolean isNumeric(char c) {
        return c == '.' || c >= '0' && c <= '9';
    }

    private static boolean isKept(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '〇' || c == '○';
    }

    private static boolean isPoint(String full, int at) {
        return at > 0
                && at + 1 < full.length()
                && Character.isDigit(full.charAt(at - 1))
                && Character.isDigit(full.charAt(at + 1));
    }
}
