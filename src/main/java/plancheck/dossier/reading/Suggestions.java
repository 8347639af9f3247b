package plancheck.dossier.reading;

import java.text.Normalizer;
import java.util.Collection;
import plancheck.facts.Message;
import plancheck.rulebook.Nearest;

/** The word somebody probably meant, as long as asking is cheap: not for endless words. */
public final class Suggestions {
    private static final int LONGEST_WORD = 80;

    private Suggestions() {}

    static Message meant(String near) {
        return Message.of("dossier.did-you-mean", near);
    }

    /** Empty when none is near. */
    public static String near(String written, Collection<String> words) {
        if (written.length() > LONGEST_WORD) {
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
