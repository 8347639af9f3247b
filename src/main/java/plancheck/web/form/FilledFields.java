package plancheck.web.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the fields that hold something, by what they belong to: found without looking through all others. */
final class FilledFields {
    private static final Pattern ROW = Pattern.compile("(/[^/]+)/(\\d{1,6})(?:/.*)?", Pattern.DOTALL);

    /** By the first two steps of their names, such as {@code /villages/3} or {@code /figures/urbanisation-rate}. */
    private final Map<String, List<String>> byOwner = new HashMap<>();

    private final Map<String, Integer> rows = new HashMap<>();
    private int all;

    FilledFields(Map<String, List<String>> values) {
        values.forEach((name, several) -> {
            if (!FormAnswers.isBlank(several)) {
                add(name);
            }
        });
    }

    private void add(String name) {
        String owner = owner(name);
        boolean first = !byOwner.containsKey(owner);
        byOwner.computeIfAbsent(owner, none -> new ArrayList<>(4)).add(name);
        Matcher row = ROW.matcher(name);
        if (first && row.matches()) {
            all++;
            rows.merge(row.group(1), Integer.parseInt(row.group(2)) + 1, Math::max);
        }
    }

    int rows(String list) {
        return rows.getOrDefault(list, 0);
    }

    int rows() {
        return all;
    }

    List<String> below(String pointer) {
        String from = pointer + "/";
        return byOwner.getOrDefault(owner(pointer), List.of()).stream()
                .filter(name -> name.startsWith(from))
                .toList();
    }

    private static String owner(String name) {
        int second = name.indexOf('/', 1);
        int third = second < 0 ? -1 : name.indexOf('/', second + 1);
        return third < 0 ? name : name.substring(0, third);
    }
}
