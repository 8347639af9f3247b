package plancheck.prefill;

import plancheck.facts.Label;
import plancheck.facts.Message;

/**
 * A number beside a name that is asked for, which is not proposed.
 *
 * @param name as the text has it
 * @param sentence in which it stands
 */
public record LeftOut(Why why, String name, String document, int page, String sentence) {

    /** Why it is none of the place's figures, or may be none. */
    public enum Why {
        /** Other words before or behind the name make something else of it, or may do so (ruling R18). */
        ANOTHER_MEASURE("another-measure", "prefill.left-out.another-measure"),
        ANOTHER_PLACE("another-place", "prefill.left-out.another-place"),
        /** A county's figure where the county seat's is asked for, or the other way round (ruling R16). */
        ANOTHER_SCOPE("another-scope", "prefill.left-out.another-scope"),
        TARGET("target", "prefill.left-out.target"),
        PART_OF_A_YEAR("part-of-a-year", "prefill.left-out.part-of-a-year"),
        NO_YEAR("no-year", "prefill.left-out.no-year"),
        LATER_YEAR("later-year", "prefill.left-out.later-year"),
        ANOTHER_UNIT("another-unit", "prefill.left-out.another-unit"),
        NOT_EXACT("not-exact", "prefill.left-out.not-exact"),
        IMPOSSIBLE("impossible", "prefill.left-out.impossible");

        private final String id;
        private final String key;

        Why(String id, String key) {
            this.id = id;
            this.key = key;
        }

        /** In a few words, for a list. */
        public Message inWords() {
            return Message.of(key);
        }

        /** As programs read it. */
        public String id() {
            return id;
        }
    }

    public Label called() {
        return Label.of(name);
    }
}
