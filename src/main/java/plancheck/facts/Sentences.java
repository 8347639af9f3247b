package plancheck.facts;

import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sentences of one house in one language, as its message files have them. */
public final class Sentences {
    private static final Map<House, Sentences> KNOWN = new ConcurrentHashMap<>();

    private final ResourceBundle messages;

    private record House(String name, Language language) {}

    private Sentences(ResourceBundle messages) {
        this.messages = messages;
    }

    /**
     * @param house as the package is called; its files are {@code messages.properties} and {@code messages_en.properties}
     * @throws MissingResourceException when it has none
     */
    public static Sentences of(String house, Language language) {
        return KNOWN.computeIfAbsent(new House(house, language), Sentences::of);
    }

    private static Sentences of(House house) {
        return new Sentences(ResourceBundle.getBundle(
                "plancheck." + house.name + ".messages",
                house.language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * The sentence of the key with its places {@code {0}}, {@code {1}} … filled in.
     *
     * @param value how an argument is said
     * @throws MissingResourceException when there is no such key
     */
    public String say(String key, Function<@Nullable Object, String> value, @Nullable Object... arguments) {
        String pattern = messages.getString(key);
        // Nothing but {0}, {1} …: a MessageFormat would be made anew for each of a report's two thousand sentences.
        StringBuilder said = new StringBuilder(2 * pattern.length());
        int from = 0;
        for (int brace = pattern.indexOf('{'); brace >= 0; brace = pattern.indexOf('{', brace + 1)) {
            if (pattern.startsWith("}", brace + 2)) {
                said.append(pattern, from, brace).append(value.apply(arguments[pattern.charAt(brace + 1) - '0']));
                from = brace + "{0}".length();
            }
        }
        return nested(said.append(pattern, from, pattern.length()).toString());
    }

    /**
     * The same with single quotation marks within double ones, as GB/T 15834 has them: a title that quotes something is itself
     * quoted. Where they do not pair, nothing is changed.
     */
    public static String nested(String text) {
        if (text.indexOf('“') == text.lastIndexOf('“')) {
            return text;
        }
        StringBuilder nested = new StringBuilder(text);
        int depth = 0;
        for (int i = 0; i < text.length() && depth >= 0; i++) {
            char c = text.charAt(i);
            if (c == '“' && ++depth > 1) {
                nested.setCharAt(i, '‘');
            } else if (c == '”' && --depth > 0) {
                nested.setCharAt(i, '’');
            }
        }
        return depth == 0 ? nested.toString() : text;
    }
}
