package plancheck.api.frame;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                Label instead = instead(value);
                throw ApiProblem.bad(
                        "参数 " + parameter + " 不能是“" + value + "”" + instead.zh(),
                        "Parameter " + parameter + " cannot be “" + value + "”" + instead.en());
            }
        }
    }

    /** Of many values only the one that was meant in another case; otherwise one is as near as another. */
    private Label instead(String value) {
        if (values.size() <= MOST) {
            return new Label("，可用：" + all("（%s）", "、", Label::zh), "; it can be " + all(" (%s)", ", ", Label::en));
        }
        return values.keySet().stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .map(meant -> Label.filled("，是否想写“%s”？", "; did you mean “%s”?", meant))
                .orElse(Label.of(""));
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
