package plancheck.dossier;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import plancheck.facts.Label;
import plancheck.rulebook.Nearest;

/** The word somebody probably meant, as long as asking is cheap: not for endless words, nor for endless problems. */
final class Suggestions {
    private static final int LONGEST_WORD = 80;
    private static final int MOST_PROBLEMS = 500;

    private final List<Problem> problems;

    Suggestions(List<Problem> problems) {
        this.problems = problems;
    }

    static Label meant(String near) {
        return Label.filled("是否想写“%s”？", "Did you mean “%s”?", near);
    }

    /** Empty when none is near. */
    String near(String written, Collection<String> words) {
        if (written.length() > LONGEST_WORD || problems.size() > MOST_PROBLEMS) {
            return "";
        }
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        if (words.contains(plain)) {
            return plain;
        }
        // One code is as near as another, and a word of one letter is near to any.
        String near = plain.matches("\\d*") ? "" : Nearest.to(plain, words);
        return near.chars().anyMatch(c -> plain.indexOf(c) >= 0) ? near : "";
    }
}
