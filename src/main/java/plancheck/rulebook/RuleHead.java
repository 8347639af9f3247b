package plancheck.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule as written, before anything in it is understood.
 *
 * @param file path below the rules' directory, with forward slashes
 * @param annotations name to value, in the order of the file
 * @param lines name of the annotation to its line
 * @param patterns the rule's conditions, one pattern each
 * @param then the consequence, trimmed
 * @param source the whole rule as written
 */
public record RuleHead(
        String file,
        int line,
        String name,
        Map<String, String> annotations,
        Map<String, Integer> lines,
        List<Pattern> patterns,
        String then,
        String source) {

    /** One pattern: {@code binding : type( constraints )}; an empty type for anything but a plain pattern. */
    public record Pattern(String binding, String type, List<String> constraints, int line) {}

    /** Annotations with their lines, in the order of the file. */
    Map<String, Provision.Written> written() {
        Map<String, Provision.Written> written = new LinkedHashMap<>();
        annotations.forEach((name, value) -> written.put(name, new Provision.Written(value, lineOf(name))));
        return Collections.unmodifiableMap(written);
    }

    int lineOf(String annotation) {
        return lines.getOrDefault(annotation, line);
    }
}
