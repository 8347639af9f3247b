package plancheck.facts;

import java.util.Arrays;
import java.util.Optional;

/** A word of a closed vocabulary: its id as written in YAML and JSON, and how an official says it. */
public interface Term {

    /** Lower case with hyphens, as in YAML and JSON. */
    String id();

    /** In Chinese. */
    String label();

    /** The term of the vocabulary with this id, empty when there is none. */
    static <T extends Enum<T> & Term> Optional<T> find(Class<T> vocabulary, String id) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(term -> term.id().equals(id))
                .findFirst();
    }
}
