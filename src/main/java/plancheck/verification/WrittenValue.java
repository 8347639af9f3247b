package plancheck.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.rulebook.Provision;

/**
 * A value as a rule writes it, in the plan's own unit, with its year.
 *
 * @param annotation where it is written
 * @param year of its due date; 0 when standing
 */
record WrittenValue(String annotation, BigDecimal value, int year) {
    private static final Set<String> OPERATORS = Set.of("atLeast", "atMost", "moreThan", "lessThan", "about");
    private static final Pattern DATED =
            Pattern.compile("(?:(\\d{4})-\\d\\d-\\d\\d:|standing:)?\\s*(-?\\d+(?:\\.\\d+)?)\\D*");

    /** Empty for anything but numbers; a baseline is no written value. */
    static List<WrittenValue> of(Provision provision) {
        List<WrittenValue> values = new ArrayList<>();
        for (Map.Entry<String, Provision.RawAnnotation> entry : provision.head().entrySet()) {
            if (OPERATORS.contains(entry.getKey())) {
                for (String part : entry.getValue().value().split(",")) {
                    Matcher matcher = DATED.matcher(part.strip());
                    if (matcher.matches()) {
                        values.add(new WrittenValue(
                                entry.getKey(),
                                Numbers.plain(new BigDecimal(matcher.group(2))),
                                matcher.group(1) == null ? lastYear(provision) : Integer.parseInt(matcher.group(1))));
                    }
                }
            }
        }
        return values;
    }

    /** The years something is due at the end of. */
    static Set<Integer> dueYears(Provision provision) {
        Set<Integer> years = new TreeSet<>();
        provision.criterion().dueDates().forEach(due -> years.add(due.getYear()));
        return years;
    }

    private static int lastYear(Provision provision) {
        return provision.criterion().years().stream().reduce(0, Integer::max);
    }
}
