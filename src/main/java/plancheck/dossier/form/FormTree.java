package plancheck.dossier.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What was typed into a form, as a tree by the steps of the fields' names. Holds nothing blank. */
final class FormTree {
    /** A dossier is five levels deep; deeper names are hostile, and would exhaust whatever follows them down. */
    private static final int DEEPEST = 12;

    private static final Pattern NO_ESCAPE = Pattern.compile("~(?![01])");

    /** At this very place, mostly one. */
    final List<String> typed = new ArrayList<>();

    final Map<String, FormTree> below = new LinkedHashMap<>();

    static FormTree of(Map<String, List<String>> fields) {
        FormTree root = new FormTree();
        fields.forEach((name, values) -> {
            if (name.startsWith("/")) {
                values.stream()
                        .map(Blanks::strip)
                        .filter(v -> !v.isEmpty())
                        .forEach(value -> root.at(name).add(value));
            }
        });
        return root;
    }

    FormTree child(String key) {
        return below.computeIfAbsent(key, k -> new FormTree());
    }

    /** A field sent twice with one value says the same once. */
    void add(String value) {
        if (!typed.contains(value)) {
            typed.add(value);
        }
    }

    boolean isEmpty() {
        return typed.isEmpty() && below.isEmpty();
    }

    private FormTree at(String name) {
        String[] steps = name.split("/", DEEPEST + 2);
        if (steps.length > DEEPEST + 1 || NO_ESCAPE.matcher(name).find()) {
            return child(name);
        }
        FormTree tree = this;
        for (int i = 1; i < steps.length; i++) {
            tree = tree.child(steps[i].replace("~1", "/").replace("~0", "~"));
        }
        return tree;
    }
}
