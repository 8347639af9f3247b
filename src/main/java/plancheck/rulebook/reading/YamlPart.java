package plancheck.rulebook.reading;

import java.util.List;
import java.util.Map;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.RuleBookProblem;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A part of a YAML file, with where it stands.
 *
 * @param pointer from the file's root
 * @param lines of all parts of the file, by pointer
 */
record YamlPart(
        String file, JsonNode node, String pointer, Map<String, Integer> lines, List<RuleBookProblem> problems) {

    YamlPart member(String key) {
        return new YamlPart(
                file,
                node.path(key),
                JsonPointer.valueOf(pointer).appendProperty(key).toString(),
                lines,
                problems);
    }

    YamlPart item(int index) {
        return new YamlPart(file, node.path(index), pointer + "/" + index, lines, problems);
    }

    /** Its own line; that of what it is a part of when it has none. */
    int line() {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    /** How a message calls it. */
    Phrase name() {
        return pointer.isEmpty()
                ? Message.of("rulebook.the-file")
                : Label.of(pointer.substring(1).replace('/', '.'));
    }

    void problem(Phrase message, Phrase advice) {
        problems.add(new RuleBookProblem(file, line(), message, advice));
    }
}
