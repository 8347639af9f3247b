package plancheck.facts;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name in both languages. */
public record Label(String zh, String en) implements Phrase {

    /** The same in both, for names of places and the like. */
    public static Label of(String both) {
        return new Label(both, both);
    }

    /** In words, for what is kept as it was said. */
    public static Label said(Phrase phrase) {
        return new Label(phrase.zh(), phrase.en());
    }

    /**
     * A sentence with something filled in.
     *
     * @param zh with a {@code %s} for each part
     * @param en the same in English; {@code %2$s} where the order is another
     * @param parts a label goes in by its language, anything else as it is
     */
    public static Label filled(String zh, String en, Object... parts) {
        return new Label(
                Sentences.nested(zh.formatted(Stream.of(parts)
                        .map(part -> part instanceof Phrase phrase ? phrase.zh() : part)
                        .toArray())),
                en.formatted(Stream.of(parts)
                        .map(part -> part instanceof Phrase phrase ? phrase.en() : part)
                        .toArray()));
    }

    /** So many of many are named in a sentence; the rest are counted. */
    public static final int NAMED = 20;

    /** The names in a row: twenty of them at most, and how many there are. */
    public static Label some(List<String> names) {
        if (names.size() <= NAMED) {
            return new Label(String.join("、", names), String.join(", ", names));
        }
        List<String> first = names.subList(0, NAMED);
        return new Label(
                String.join("、", first) + "等" + names.size() + "个",
                String.join(", ", first) + " and " + (names.size() - NAMED) + " more");
    }

    /** Several in a row. */
    public static Label list(Collection<? extends Phrase> phrases) {
        return new Label(
                phrases.stream().map(Phrase::zh).collect(Collectors.joining("、")),
                phrases.stream().map(Phrase::en).collect(Collectors.joining(", ")));
    }

    @Override
    public String toString() {
        return zh;
    }
}
