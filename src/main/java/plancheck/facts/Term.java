package plancheck.facts;

import java.util.Locale;
import java.util.Optional;

/** A word of a closed vocabulary: its id as written in YAML and JSON, and how an official says it. Enums only. */
public interface Term {

    /** As in YAML and JSON: the constant's name in lower case with hyphens. */
    default String id() {
        return toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Label inWords();

    /** In Chinese. */
    default String label() {
        return inWords().zh();
    }

    /** The term of the vocabulary with this id, empty when there is none. */
    static <T extends Enum<T> & Term> Optional<T> find(Class<T> vocabulary, String id) {
        return Optional.ofNullable(Terms.BY_ID.get(vocabulary).get(id)).map(vocabulary::cast);
    }
}
