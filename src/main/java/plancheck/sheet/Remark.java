package plancheck.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.facts.Message;
import plancheck.facts.Phrase;

/**
 * What is to be said of a workbook.
 *
 * @param cell what it is about; null for the whole
 * @param error whether it has to be mended, or only looked at
 */
public record Remark(@Nullable SheetCell cell, boolean error, Phrase words) {
    private static final Message ALIKE = Message.of("sheet.alike");

    /**
     * Of each problem one; of those that are only counted, one for each cell.
     *
     * @param wrong pointers of all errors
     */
    static List<Remark> of(List<Problem> problems, List<String> wrong, Function<Problem, Optional<SheetCell>> place) {
        List<Remark> remarks = new ArrayList<>();
        Map<String, Problem> told = new LinkedHashMap<>();
        for (Problem problem : problems) {
            if (problem.counted() == 0) {
                told.put(problem.pointer(), problem);
                remarks.add(new Remark(place.apply(problem).orElse(null), problem.isError(), problem.said()));
            }
        }
        for (String pointer : wrong) {
            Problem alike = Problem.error(0, pointer, ALIKE, ALIKE);
            if (!told.containsKey(pointer) && told.put(pointer, alike) == null) {
                place.apply(alike).ifPresent(cell -> remarks.add(new Remark(cell, true, ALIKE)));
            }
        }
        return remarks;
    }
}
