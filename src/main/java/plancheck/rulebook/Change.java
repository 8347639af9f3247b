package plancheck.rulebook;

import java.util.List;
import plancheck.facts.Label;
import plancheck.facts.Term;

/**
 * What became of a provision from one version of the rule book to the next, for whoever goes by it.
 *
 * @param version of the rule book that it came with
 * @param provision its id, which is never given to another
 * @param what before and after, and why, in plain words
 * @param ruling by which it changed; empty when the text alone says so
 * @param now where what it asked stands now; mostly empty
 */
public record Change(String version, String provision, Kind kind, Label what, String ruling, List<String> now) {

    /** What a change does to a provision. */
    public enum Kind implements Term {
        CHANGED("修改", "changed"),
        ADDED("新增", "added"),
        REPEALED("废止", "repealed");

        private final Label name;

        Kind(String zh, String en) {
            this.name = new Label(zh, en);
        }

        @Override
        public Label inWords() {
            return name;
        }
    }
}
