package plancheck.web.form;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a form is looked at: what of it has inputs, and how the rest is arranged. What has none travels along packed, so that a page of
 * four hundred questions weighs no more than what is looked at.
 *
 * @param byBureau whether the questions are arranged by the bureaus that answer them, else by the chapters of the plans
 * @param open what was opened: ids of sections, and of questions with all that stands beside their answer
 */
public record FormView(boolean byBureau, Set<String> open) {
    /** Opened, it opens all. */
    static final String ALL = "all";

    private static final FormView FIRST = new FormView(false, Set.of());

    /** The section that is open from the beginning. */
    private static final String MEASURES = "measures";

    private static final Pattern ACTION = Pattern.compile("(open|by|add|remove|paste|page):(\\S{1,200})");

    public FormView {
        open = Set.copyOf(open);
    }

    /** As a form is first shown. */
    static FormView first() {
        return FIRST;
    }

    /** What the parameters of a request say, its action among them; what is no section of the form opens nothing. */
    static FormView of(Map<String, String[]> parameters) {
        Set<String> open = Arrays.stream(parameters.getOrDefault("open", new String[0]))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        parameters.keySet().stream() // where in a list a page is, only a list that it shows has
                .filter(name -> name.startsWith("rows:"))
                .map(name -> "list-" + name.substring("rows:".length()))
                .forEach(open::add);
        boolean byBureau = first(parameters, "by").equals("bureau");
        Matcher action = ACTION.matcher(first(parameters, "action"));
        if (!action.matches()) {
            return new FormView(byBureau, open);
        }
        String of = action.group(2);
        return switch (action.group(1)) {
            case "by" -> new FormView(of.equals("bureau"), open);
            case "open" -> new FormView(byBureau, with(open, of));
            default -> new FormView(byBureau, with(open, "list-" + of.replaceFirst("/.*", "")));
        };
    }

    private static Set<String> with(Set<String> open, String one) {
        open.add(one);
        return open;
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    /** Whether a section's questions have inputs. */
    boolean isOpen(String section) {
        return section.equals(MEASURES) || wasOpened(section);
    }

    /** Whether a part, a section or a question, was opened by whoever fills in the form. */
    boolean wasOpened(String part) {
        return open.contains(part) || isAll();
    }

    boolean isAll() {
        return open.contains(ALL);
    }
}
