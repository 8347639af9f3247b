package plancheck.rulebook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The nearest of the words if it is near enough to be a slip of the pen, else an empty text. */
    public static String to(String written, Collection<String> words) {
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, written.length() / 3));
        return words.stream()
                .map(word -> Map.entry(word, distance.apply(written, word)))
                .filter(word -> word.getValue() >= 0) // what is further is -1
                .min(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
