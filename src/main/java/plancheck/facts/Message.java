package plancheck.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.MissingResourceException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as data: which one, and what is filled in. It is put into words where it is written, so a program acts on
 * the key and nobody reads a sentence back.
 *
 * @param key the house and a name, for example {@code dossier.unknown-field}; it stands in that house's message files
 * @param arguments a {@link Phrase} goes in by the language, a list of them in a row, anything else as it is
 */
public record Message(String key, List<Object> arguments) implements Phrase {

    public Message {
        arguments = List.copyOf(arguments);
    }

    /** @param arguments a term of a closed vocabulary goes in by its name */
    public static Message of(String key, @Nullable Object... arguments) {
        return new Message(key, Stream.of(arguments).map(Message::kept).toList());
    }

    private static Object kept(@Nullable Object argument) {
        if (argument instanceof Term term) {
            return term.inWords();
        }
        return argument instanceof Phrase || argument instanceof Number || argument instanceof List<?>
                ? argument
                : String.valueOf(argument);
    }

    @Override
    public String zh() {
        return say(Language.ZH);
    }

    @Override
    public String en() {
        return say(Language.EN);
    }

    private String say(Language language) {
        try {
            return Sentences.of(key.substring(0, Math.max(0, key.indexOf('.'))), language)
                    .say(key, argument -> value(argument, language), arguments.toArray());
        } catch (MissingResourceException | IndexOutOfBoundsException other) {
            return key + arguments; // kept by another version, which had the sentence, or had it with fewer places
        }
    }

    private static String value(Object argument, Language language) {
        if (argument instanceof Phrase phrase) {
            return phrase.in(language);
        }
        if (argument instanceof List<?> several) {
            return Label.list(several.stream()
                            .map(one -> one instanceof Phrase phrase ? phrase : Label.of(one.toString()))
                            .toList())
                    .in(language);
        }
        return argument instanceof BigDecimal number ? number.toPlainString() : argument.toString();
    }

    @Override
    public String toString() {
        return zh();
    }
}
