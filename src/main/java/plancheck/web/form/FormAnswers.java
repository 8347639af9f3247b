package plancheck.web.form;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the fields of a dossier's form, by the names that {@link plancheck.dossier.form.DossierForm} gives them.
 * Whatever else a request carries is left aside.
 */
public final class FormAnswers {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private @Nullable FilledFields filled;

    public FormAnswers(Map<String, List<String>> values) {
        values.forEach((name, several) -> {
            if (name.startsWith("/")) {
                this.values.put(name, List.copyOf(several));
            }
        });
    }

    /**
     * What a page sends: the fields it shows, and those it carries along.
     *
     * @throws plancheck.workflow.Refusal when what it carries along is damaged, or all of it is more than a form holds
     */
    public static FormAnswers sent(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, several) -> values.put(name, List.of(several)));
        new CarriedFields().unpack(parameters).forEach(values::putIfAbsent);
        FormAnswers answers = new FormAnswers(values);
        FormSize.of(answers).demand();
        return answers;
    }

    public Map<String, List<String>> values() {
        return values;
    }

    /** The first value of the field; an empty text when there is none. */
    public String value(String name) {
        List<String> several = all(name);
        return several.isEmpty() ? "" : several.get(0);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** These answers, with others in place of those of the same names. */
    public FormAnswers with(Map<String, List<String>> others) {
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

    /** These answers without what stands at the pointers and below. */
    public FormAnswers without(Collection<String> pointers) {
        Set<String> gone = new HashSet<>(pointers);
        Map<String, List<String>> left = new LinkedHashMap<>(values);
        left.keySet().removeIf(name -> isAtOrBelow(name, gone));
        return new FormAnswers(left);
    }

    /** Those of these answers that stand at the pointers and below. */
    public Map<String, List<String>> at(Collection<String> pointers) {
        Set<String> wanted = new HashSet<>(pointers);
        Map<String, List<String>> there = new LinkedHashMap<>(values);
        there.keySet().removeIf(name -> !isAtOrBelow(name, wanted));
        return there;
    }

    /** One more than the highest row of the list that is filled in, counted from 0. */
    int rows(String list) {
        return filled().rows(list);
    }

    /** How many rows of all lists are filled in. */
    int rows() {
        return filled().rows();
    }

    /** The names of the fields below a pointer of two steps or more that hold something. */
    List<String> below(String pointer) {
        return filled().below(pointer);
    }

    private FilledFields filled() {
        FilledFields known = filled;
        if (known == null) {
            known = new FilledFields(values);
            filled = known;
        }
        return known;
    }

    static boolean isBlank(List<String> several) {
        return several.stream().allMatch(String::isBlank);
    }

    /** By the name's own steps, so that it takes no longer for many pointers than for one. */
    private static boolean isAtOrBelow(String name, Set<String> pointers) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('/', end - 1)) {
            if (pointers.contains(name.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
