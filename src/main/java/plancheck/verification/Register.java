package plancheck.verification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Writes the register of a plan's clauses anew from its text. How a clause is covered and why is kept by its path,
 * so that a new edition of the text costs nobody their work.
 */
public final class Register {
    private static final String KEY = "clauses:";

    private Register() {}

    /**
     * The plan's {@code plan.yaml} with a line for each clause of the text, in the text's order.
     *
     * @param yaml as it stands; all but the list of {@code clauses:} is kept to the letter
     * @throws IllegalArgumentException when there is no {@code clauses:} to replace
     */
    public static String regenerated(String yaml, PlanText text) {
        int at = start(yaml);
        if (at < 0) {
            throw new IllegalArgumentException("plan.yaml has no clauses:");
        }
        Map<String, JsonNode> before = new TreeMap<>();
        for (JsonNode entry : new YAMLMapper().readTree(yaml).path("clauses")) {
            before.put(entry.path("path").asString(""), entry);
        }
        StringBuilder register =
                new StringBuilder(yaml.substring(0, at)).append(KEY).append('\n');
        text.clauses().forEach(clause -> register.append(line(clause, before.get(clause.path()))));
        return register.append(yaml.substring(end(yaml, at))).toString();
    }

    /** Whether there is a register to replace. */
    public static boolean isIn(String yaml) {
        return start(yaml) >= 0;
    }

    private static int start(String yaml) {
        int at = yaml.startsWith(KEY) ? 0 : yaml.indexOf("\n" + KEY) + 1;
        return yaml.startsWith(KEY, at) ? at : -1;
    }

    /** Where the next key, or a comment on it, begins. */
    private static int end(String yaml, int start) {
        Matcher next = Pattern.compile("(?m)^[^\\s-]").matcher(yaml);
        return next.find(start + KEY.length()) ? next.start() : yaml.length();
    }

    private static String line(Clause clause, @org.jspecify.annotations.Nullable JsonNode before) {
        StringBuilder line = new StringBuilder("  - { path: " + quoted(clause.path()));
        append(line, "heading", clause.heading());
        append(line, "fingerprint", clause.fingerprint());
        if (before != null) {
            List.of("cover", "why")
                    .forEach(key -> append(line, key, before.path(key).asString("")));
        }
        return line.append(" }\n").toString();
    }

    private static void append(StringBuilder line, String key, String value) {
        if (!value.isEmpty()) {
            line.append(", ").append(key).append(": ").append(key.equals("cover") ? value : quoted(value));
        }
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
