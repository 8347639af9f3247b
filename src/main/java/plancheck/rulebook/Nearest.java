package plancheck.rulebook;

import java.util.Collection;
import java.util.Comparator;

/** Finds the word somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The nearest of the words if it is near enough to be a slip of the pen, else an empty text. */
    public static String to(String written, Collection<String> words) {
        return words.stream()
                .filter(word -> Math.abs(word.length() - written.length()) <= Math.max(2, written.length() / 3))
                .min(Comparator.comparingInt(word -> distance(written, word)))
                .filter(word -> distance(written, word) <= Math.max(2, written.length() / 3))
                .orElse("");
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
