package plancheck.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Term;

/**
 * The values that a parameter can have. With another one a filter would find nothing, which reads like good news.
 *
 * @param values in words by value; the words may be empty
 */
record KnownValues(Map<String, Label> values) {
    /** As many as are named. */
    private static final int MOST = 20;

    static <T extends Enum<T> & Term> KnownValues of(Class<T> vocabulary) {
        return of(List.of(vocabulary.getEnumConstants()).stream().map(Term::id).toList());
    }

    static KnownValues of(Collection<String> values) {
        Map<String, Label> all = new LinkedHashMap<>();
        values.forEach(value -> all.put(value, Label.of("")));
        return new KnownValues(all);
    }

    /**
     * @param given null or empty when the parameter is not given
     * @throws ApiProblem 400 when one of them is not known
     */
    void check(String parameter, @Nullable Collection<String> given) {
        for (String value : given == null ? List.<String>of() : given) {
            if (!values.containsKey(value)) {
                throw ApiProblem.bad(
                        "参数 " + parameter + " 不能是“" + value + "”" + insteadInChinese(value),
                        "Parameter " + parameter + " cannot be “" + value + "”" + insteadInEnglish(value));
            }
        }
    }

    private String insteadInChinese(String value) {
        if (values.size() <= MOST) {
            return "，可用：" + all("（%s）", "、", Label::zh);
        }
        return inOtherCase(value).map(meant -> "，是否想写“" + meant + "”？").orElse("");
    }

    private String insteadInEnglish(String value) {
        if (values.size() <= MOST) {
            return "; it can be " + all(" (%s)", ", ", Label::en);
        }
        return inOtherCase(value)
                .map(meant -> "; did you mean “" + meant + "”?")
                .orElse("");
    }

    /** Of many ids one is otherwise as near as another. */
    private Optional<String> inOtherCase(String value) {
        return values.keySet().stream().filter(value::equalsIgnoreCase).findFirst();
    }

    private String all(String bracket, String comma, Function<Label, String> language) {
        return values.entrySet().stream()
                .map(value -> {
                    String words = language.apply(value.getValue());
                    return value.getKey() + (words.isEmpty() ? "" : bracket.formatted(words));
                })
                .collect(Collectors.joining(comma));
    }
}
