package plancheck.api.frame;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import plancheck.facts.Phrase;

/** The same in both languages. */
@Schema(name = "Words", description = "The same in Chinese and in English.")
public record Words(String zh, String en) {
    public static Words of(Phrase phrase) {
        return new Words(phrase.zh(), phrase.en());
    }

    public static List<Words> of(List<? extends Phrase> phrases) {
        return phrases.stream().map(Words::of).toList();
    }
}
