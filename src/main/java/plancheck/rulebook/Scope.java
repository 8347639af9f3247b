package plancheck.rulebook;

import java.util.List;
import plancheck.facts.Item;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.Subject;

/**
 * Whom a provision binds, as its rule's {@code when} says.
 *
 * @param of which sort of subject
 * @param kind the list's kind when it binds items, else empty
 * @param conditions in the order of the rule
 * @param words the same for a reader
 */
public record Scope(Sort of, String kind, List<Condition> conditions, Label words) {

    /** The classes a rule may match. */
    public enum Sort {
        PLACE,
        ITEM,
        PROJECT;

        public boolean includes(Subject subject) {
            return switch (this) {
                case PLACE -> subject instanceof Place;
                case ITEM -> subject instanceof Item;
                case PROJECT -> subject instanceof Project;
            };
        }
    }

    /** The levels it names; all of them when it names none. */
    public List<Level> levels() {
        return conditions.stream()
                .filter(c -> c.attribute().equals("level"))
                .findFirst()
                .map(c -> c.operands().stream().map(Level.class::cast).toList())
                .orElse(List.of(Level.values()));
    }

    /** The conditions about the place alone, without those about the item itself. */
    public List<Condition> placeConditions() {
        return conditions.stream()
                .filter(c -> c.attribute().equals("level") || c.attribute().equals("code"))
                .toList();
    }
}
