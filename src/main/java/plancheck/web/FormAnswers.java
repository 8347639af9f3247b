package plancheck.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What stands in the fields of a dossier's form, by the names that {@link plancheck.dossier.DossierForm} gives them.
 * Whatever else a request carries is left aside.
 */
record FormAnswers(Map<String, List<String>> values) {
    private static final Pattern INDEX = Pattern.compile("\\d{1,6}");

    FormAnswers {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((name, several) -> {
            if (name.startsWith("/")) {
                kept.put(name, List.copyOf(several));
            }
        });
        values = kept;
    }

    static FormAnswers sent(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, several) -> values.put(name, List.of(several)));
        return new FormAnswers(values);
    }

    /** The first value of the field; an empty text when there is none. */
    public String value(String name) {
        List<String> several = all(name);
        return several.isEmpty() ? "" : several.get(0);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether anything is filled in at the pointer or below it. */
    boolean isFilled(String pointer) {
        return values.entrySet().stream()
                .filter(field -> isAtOrBelow(field.getKey(), pointer))
                .anyMatch(field -> field.getValue().stream().anyMatch(value -> !value.isBlank()));
    }

    /** These answers, with others in place of those of the same names. */
    FormAnswers with(Map<String, List<String>> others) {
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        all.putAll(others);
        return new FormAnswers(all);
    }

    /** These answers, with others where nothing is filled in. */
    FormAnswers orElse(Map<String, List<String>> others) {
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        others.forEach((name, value) -> {
            if (value(name).isBlank()) {
                all.put(name, value);
            }
        });
        return new FormAnswers(all);
    }

    /** These answers without what stands at the pointer and below. */
    FormAnswers without(String pointer) {
        Map<String, List<String>> left = new LinkedHashMap<>(values);
        left.keySet().removeIf(name -> isAtOrBelow(name, pointer));
        return new FormAnswers(left);
    }

    /** One more than the highest row of the list that is filled in, counted from 0. */
    int rows(String list) {
        int rows = 0;
        for (Map.Entry<String, List<String>> field : values.entrySet()) {
            String name = field.getKey();
            if (name.startsWith(list + "/") && field.getValue().stream().anyMatch(value -> !value.isBlank())) {
                String row = name.substring(list.length() + 1).split("/", 2)[0];
                rows = INDEX.matcher(row).matches() ? Math.max(rows, Integer.parseInt(row) + 1) : rows;
            }
        }
        return rows;
    }

    /** The names of the fields below a pointer that hold something. */
    List<String> below(String pointer) {
        List<String> names = new ArrayList<>();
        values.forEach((name, several) -> {
            if (name.startsWith(pointer + "/") && several.stream().anyMatch(value -> !value.isBlank())) {
                names.add(name);
            }
        });
        return names;
    }

    static boolean isAtOrBelow(String name, String pointer) {
        return name.equals(pointer) || name.startsWith(pointer + "/");
    }
}
