package plancheck.collect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Unit;
import plancheck.rulebook.Indicator;

/**
 * A figure of which several give different values for the same year: all of them stand, the smallest as the value and the others as
 * {@code also}, so that a person decides wherever they lead to different outcomes. Left out, a rate might be worked out from its
 * amounts and pass though it is in dispute.
 */
final class DifferingFigure {
    /** What may differ between values of the same. */
    private static final Set<String> OF_A_VALUE = Set.of("value", "unit", "source");

    private DifferingFigure() {}

    /**
     * @param indicator null for what is no figure
     * @return the fields below the figure; empty where what differs is not a number alone, and none can stand beside the other
     */
    static Map<String, List<String>> fields(@Nullable Indicator indicator, List<PartAnswers.GivenAnswer> given) {
        if (indicator == null || indicator.type() != Indicator.Type.NUMBER) {
            return Map.of();
        }
        Unit unit = indicator.unit();
        Map<BigDecimal, PartAnswers.GivenAnswer> values = new TreeMap<>();
        Map<String, List<String>> shared = new LinkedHashMap<>();
        for (PartAnswers.GivenAnswer answer : given) {
            String value = answer.comparable("value", unit);
            if (!PartAnswers.isNumber(value) || differsOtherwise(answer, given, unit)) {
                return Map.of();
            }
            values.putIfAbsent(new BigDecimal(value), answer);
            answer.fields().forEach(shared::putIfAbsent);
        }
        shared.keySet().removeAll(OF_A_VALUE);
        return standing(values, shared, unit);
    }

    private static boolean differsOtherwise(
            PartAnswers.GivenAnswer answer, List<PartAnswers.GivenAnswer> given, @Nullable Unit unit) {
        return !given.stream()
                        .map(other -> other.comparable("unit", unit))
                        .allMatch(answer.comparable("unit", unit)::equals)
                || answer.fields().keySet().stream()
                        .filter(field -> !OF_A_VALUE.contains(field))
                        .anyMatch(field -> given.stream()
                                .map(other -> other.comparable(field, unit))
                                .anyMatch(said -> !said.isEmpty() && !said.equals(answer.comparable(field, unit))));
    }

    private static Map<String, List<String>> standing(
            Map<BigDecimal, PartAnswers.GivenAnswer> values, Map<String, List<String>> shared, @Nullable Unit unit) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<PartAnswers.GivenAnswer> answers = new ArrayList<>(values.values());
        for (int i = 0; i < answers.size(); i++) {
            PartAnswers.GivenAnswer answer = answers.get(i);
            String at = i == 0 ? "" : "also/" + (i - 1) + "/";
            fields.put(at + "value", List.of(answer.comparable("value", unit)));
            List<String> source = answer.fields().getOrDefault("source", List.of());
            if (!source.isEmpty()) {
                fields.put(at + "source", source);
            }
        }
        fields.put("unit", List.of(answers.get(0).comparable("unit", unit)));
        fields.putAll(shared);
        return fields;
    }
}
