package plancheck.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;

/**
 * One step of an explanation: which sentence, and what is filled in. The sentences stand in the message files, so the
 * judge writes no prose and every report can be had in both languages.
 */
public record Reason(Key key, List<Object> arguments) {

    /** The sentences; each has a line {@code because.<name>} in the message files. */
    public enum Key {
        BINDS,
        SCOPE_FALSE,
        ANSWERED_OTHERWISE,
        SCOPE_UNKNOWN,
        NO_SUBJECT,
        NO_EFFECT_DECLARED,
        NOT_IN_PROJECT,
        FIGURE,
        OTHER_SOURCE,
        PART_OF_YEAR,
        WORKED_OUT,
        UNDER_WAY,
        KNOWN_SHARE,
        SURPLUS_OF_HIGHER_CLASS,
        UNDIVIDED_BELOW,
        UNDIVIDED_REACHED,
        SUMMED,
        PARTIAL_SUM,
        NO_FIGURE,
        STALE,
        COMPARED,
        BASELINE,
        DUE_PASSED,
        DUE_AHEAD,
        STANDING,
        NEAR,
        ANSWER,
        NO_EVIDENCE,
        EVIDENCE,
        STAGE,
        STAGE_LATER,
        PARTS,
        PARTS_LEFT,
        SETTLED,
        NOT_HERE,
        DUE_BY_RULING,
        YEAR_VALUE,
        YEAR_MISSING,
        NO_YEAR_YET,
        NO_EARLIER_YEAR,
        LIST_COUNT,
        LIST_EMPTY,
        LIST_EXCEEDS_TOTAL,
        LIST_MAY_EXCEED_TOTAL,
        CONTRADICTED,
        ITEM_LEFT,
        ITEM_UNKNOWN,
        UNLISTED,
        QUESTION,
        BASIS_IS,
        BASIS_FOR,
        BASIS_PROMISED,
        BASIS_COUNTED,
        BASIS_DIFFERS,
        ENGINE_DISAGREES,
        FAILED
    }

    /** A line of the dossier, left out of the sentence when it is 0. */
    public record DossierLine(int number) {}

    /** Where in a workbook it stands, in the place of a line that nobody sees. */
    public record DossierCell(Label words) {}

    Reason inCells(Map<Integer, Label> cells) {
        return new Reason(
                key,
                arguments.stream()
                        .map(argument ->
                                argument instanceof DossierLine line ? inCell(cells.get(line.number())) : argument)
                        .toList());
    }

    private static Object inCell(@Nullable Label cell) {
        return cell == null ? new DossierLine(0) : new DossierCell(cell);
    }

    public static Reason of(Key key, Object... arguments) {
        return new Reason(key, List.of(arguments));
    }
}
