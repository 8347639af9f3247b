package plancheck.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plancheck.rulebook.PlaceName;

/**
 * Which place each number of a sentence belongs to: 甲县、乙县仅为1%和2% gives 甲县 1 and 乙县 2. Numbers belong to the
 * places named last before them, in their order when there are as many of both, to all of these places otherwise.
 */
final class PlacedValues {
    /** Places in a row and the numbers in a row after them. */
    private record Run(List<String> codes, List<BigDecimal> values) {
        Run() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        boolean pairs(String code, BigDecimal value) {
            if (codes.size() != values.size()) {
                return codes.contains(code) && values.contains(value);
            }
            return values.contains(value) && codes.get(values.indexOf(value)).equals(code);
        }
    }

    private final List<Run> runs = new ArrayList<>(List.of(new Run()));

    PlacedValues(String sentence, Collection<PlaceName> places) {
        Map<Integer, Object> marks = new TreeMap<>();
        Numbers.figures(sentence).forEach(number -> marks.put(number.at(), number.value()));
        for (PlaceName place : places) {
            for (int at = sentence.indexOf(place.name()); at >= 0; at = sentence.indexOf(place.name(), at + 1)) {
                marks.put(at, place.code());
            }
        }
        marks.values().forEach(this::add);
    }

    private void add(Object mark) {
        Run last = runs.get(runs.size() - 1);
        if (mark instanceof BigDecimal value) {
            last.values().add(value);
        } else {
            if (!last.values().isEmpty()) {
                last = new Run();
                runs.add(last);
            }
            last.codes().add((String) mark);
        }
    }

    boolean has(String code, BigDecimal value) {
        return runs.stream().anyMatch(run -> run.pairs(code, value));
    }
}
