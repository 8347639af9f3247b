package plancheck.facts;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The terms of each vocabulary by id, put together once: a dossier names a thousand of them. */
final class Terms extends ClassValue<Map<String, Term>> {
    static final Terms BY_ID = new Terms();

    private Terms() {}

    @Override
    protected Map<String, Term> computeValue(Class<?> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .map(Term.class::cast)
                .collect(Collectors.toUnmodifiableMap(Term::id, Function.identity()));
    }
}
