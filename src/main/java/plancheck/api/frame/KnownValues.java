package plancheck.api.frame;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Term;

/**
 * The values that a parameter can have. With another one a filter would find nothing, which reads like good news.
 *
 * @param values in words by value; the words may be empty
 */
public record KnownValues(Map<String, Label> values) {
    /** As many as are named. */
    private static final int MOST = 20;

    public static <T extends Enum<T> & Term> KnownValues of(Class<T> vocabulary) {
        return of(List.of(vocabulary.getEnumConstants()).stream().map(Term::id).toList());
    }

    public static KnownValues of(Collection<String> values) {
        Map<String, Label> all = new LinkedHashMap<>();
        values.forEach(value -> all.put(value, Label.of("")));
        return new KnownValues(all);
    }

    /**
     * @param given null or empty when the parameter is not given
     * @throws ApiProblem 400 when one of them is not known
     */
    public void check(String parameter, @Nullable Collection<String> given) {
        for (String value : given == null ? List.<String>of() : given) {
            if (!values.containsKey(value)) {
                throw ApiProblem.bad(Message.of("api.parameter-unknown-value", parameter, value, instead(value)));
            }
        }
    }

    /** Of many values only the one that was meant in another case; otherwise one is as near as another. */
    private Phrase instead(String value) {
        if (values.size() <= MOST) {
            return Message.of(
                    "api.it-can-be",
                    values.entrySet().stream().map(KnownValues::named).toList());
        }
        return values.keySet().stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .<Phrase>map(meant -> Message.of("api.did-you-mean", meant))
                .orElse(Label.of(""));
    }

    private static Phrase named(Map.Entry<String, Label> value) {
        return value.getValue().zh().isEmpty()
                ? Label.of(value.getKey())
                : Message.of("api.value-in-words", value.getKey(), value.getValue());
    }
}
