package plancheck.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Item;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Project;
import plancheck.facts.Subject;

/**
 * One constraint of a rule's {@code when}, read from the rule itself, so that the check can say why a
 * provision does not bind and which missing figure would decide it. Drools alone decides that it binds.
 *
 * @param attribute {@code kind}, {@code level}, {@code code}, {@code sector} or an indicator's id
 * @param operator {@code == != < <= > >= in}
 * @param operands {@link BigDecimal}, {@link String}, {@link Boolean} or {@link Level}; one, except for {@code in}
 * @param labels what the attribute's values are called, by value; values that are not in it speak for themselves
 * @param attributeName what the attribute is called
 * @param words the condition for a reader
 */
public record Condition(
        String attribute,
        boolean figure,
        String operator,
        List<Object> operands,
        Map<String, Label> labels,
        Label attributeName,
        Label words) {

    /** What a missing attribute is called among the missing figures: the indicator, or where the item lies. */
    public String attributeId() {
        return attribute.equals("level") || attribute.equals("code") ? "in" : attribute;
    }

    /** True or false; null when the dossier does not give what is asked. */
    public @Nullable Boolean holds(Subject subject) {
        Object actual = actual(subject);
        if (actual == null) {
            return null;
        }
        return switch (operator) {
            case "==", "in" -> isAmong(actual);
            case "!=" -> !isAmong(actual);
            case "<" -> compare(actual) < 0;
            case "<=" -> compare(actual) <= 0;
            case ">" -> compare(actual) > 0;
            default -> compare(actual) >= 0;
        };
    }

    /** What the subject has for the attribute; null when unknown. */
    public @Nullable Object actual(Subject subject) {
        if (figure) {
            var given = subject.figure(attribute);
            return given == null ? null : given.value();
        }
        return switch (attribute) {
            case "kind" -> subject instanceof Item item ? item.getKind() : "";
            case "sector" -> subject instanceof Project project ? project.getSector() : "";
            case "level" -> subject.getLevel();
            default -> subject.getCode();
        };
    }

    /** The same as {@link #actual} for a reader; an empty text when unknown. */
    public Object actualInWords(Subject subject) {
        Object actual = actual(subject);
        if (actual == null) {
            return "";
        }
        Label label = labels.get(actual.toString());
        return label == null ? actual : label;
    }

    private boolean isAmong(Object actual) {
        for (Object operand : operands) {
            if (actual instanceof BigDecimal number && operand instanceof BigDecimal other
                    ? number.compareTo(other) == 0
                    : Objects.equals(actual, operand)) {
                return true;
            }
        }
        return false;
    }

    private int compare(Object actual) {
        return ((BigDecimal) actual).compareTo((BigDecimal) operands.get(0));
    }
}
