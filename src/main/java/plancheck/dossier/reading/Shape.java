package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;

/** What a piece of a dossier has to look like. The reader, the JSON Schema and the template all follow from it. */
public sealed interface Shape {

    /** @param pattern for the whole of it, an empty one for any text; made once, as each name of a list is held against it */
    record Text(Pattern pattern, Label help) implements Shape {

        Text(String pattern, Label help) {
            this(Pattern.compile(pattern), help);
        }

        public boolean isAny() {
            return pattern.pattern().isEmpty();
        }

        boolean takes(String text) {
            return isAny() || pattern.matcher(text).matches();
        }
    }

    /** @param min smallest value, null when there is none; {@code max} likewise */
    record Number(@Nullable BigDecimal min, @Nullable BigDecimal max, String unit, Label help) implements Shape {}

    record Year(Label help) implements Shape {}

    /**
     * @param others what may stand there beside yes and no, id to label
     * @param asked the question itself
     */
    record YesNo(Map<String, Label> others, Label asked, Label help) implements Shape {

        YesNo(Label asked) {
            this(Map.of(), asked, asked);
        }
    }

    /** @param fromItsStart whether what is only a month is meant from its first day on, else to its last */
    record Date(Label help, boolean fromItsStart) implements Shape {

        Date(Label help) {
            this(help, false);
        }
    }

    /**
     * @param choices id to label
     * @param written all ways of writing one that are taken before it is looked at, the ids among them
     */
    record Choice(Map<String, Label> choices, Set<String> written, Label help) implements Shape {

        Choice(Map<String, Label> choices, Label help) {
            this(choices, choices.keySet(), help);
        }
    }

    /** @param uniqueBy the field that no two elements may share, empty when there is none */
    record Many(Shape element, String uniqueBy, Label help) implements Shape {}

    /**
     * A mapping with these keys and no others.
     *
     * @param needs a key that is given, to the keys that must then be given as well
     * @param exclusive keys of which no two may be given
     */
    record Fields(Map<String, Field> fields, Map<String, List<String>> needs, List<String> exclusive, Label help)
            implements Shape {

        Fields(Map<String, Field> fields, Label help) {
            this(fields, Map.of(), List.of(), help);
        }
    }

    /** A mapping with any of these keys, all values alike. */
    record Entries(String keyPattern, Shape value, Label help) implements Shape {}

    /** Written bare or in braces. */
    record Either(Shape bare, Fields braces) implements Shape {}

    record Field(Shape shape, boolean required) {}

    /** The shapes of a list of texts, used for evidence. */
    static Shape texts(Label help) {
        return new Many(new Text("", help), "", help);
    }

    /** The shape of what stands below a key or an index; null when nothing is known of it. */
    static @Nullable Shape below(@Nullable Shape shape, String key) {
        if (shape instanceof Fields s) {
            Field field = s.fields().get(key);
            return field == null ? null : field.shape();
        } else if (shape instanceof Either s) {
            return below(s.braces(), key);
        } else if (shape instanceof Entries s) {
            return s.value();
        }
        return shape instanceof Many s ? s.element() : null;
    }

    /** What to write there. */
    static Label help(Shape shape) {
        if (shape instanceof Text s) {
            return s.help();
        } else if (shape instanceof Number s) {
            return s.help();
        } else if (shape instanceof Year s) {
            return s.help();
        } else if (shape instanceof YesNo s) {
            return s.help();
        } else if (shape instanceof Date s) {
            return s.help();
        } else if (shape instanceof Choice s) {
            return s.help();
        }
        return Label.of("");
    }
}
