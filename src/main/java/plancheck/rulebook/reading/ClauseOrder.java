package plancheck.rulebook.reading;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The plan's order of ids: numbers by value, so that {@code PL-7.1-3} comes before {@code PL-7.1-10}. */
final class ClauseOrder {
    static final Comparator<String> IDS = ClauseOrder::compare;
    private static final Pattern PART = Pattern.compile("\\d+|[A-Za-z]+");

    private ClauseOrder() {}

    private static int compare(String a, String b) {
        List<String> left = parts(a);
        List<String> right = parts(b);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = comparePart(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int comparePart(String a, String b) {
        boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        // After z comes aa, so shorter letters first.
        return numbers
                ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b))
                : a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static List<String> parts(String id) {
        return PART.matcher(id)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }
}
