package plancheck.rulebook;

import java.util.List;
import plancheck.facts.Label;
import plancheck.facts.Level;

/**
 * A kind of list in a dossier.
 *
 * @param id as rules name it, for example {@code village}
 * @param list the key in a dossier, for example {@code villages}
 * @param in the levels of places such an item may lie in; with several the item must say which
 */
public record ItemKind(String id, String list, String label, String en, List<Level> in) {

    public Label name() {
        return new Label(label, en);
    }

    /** What a list of them is called. */
    public Label listName() {
        return Label.filled("%s清单", "list: %s", name());
    }
}
