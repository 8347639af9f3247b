package plancheck.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.archive.CollectionPart;
import plancheck.archive.CollectionReturn;
import plancheck.facts.Label;
import plancheck.facts.Term;
import plancheck.rulebook.Bureau;

/**
 * How far a bureau is with its part.
 *
 * @param asked how many things it is asked
 * @param answered how many of them are answered in what it has filled in last, 0 before it has begun
 * @param returns all that it handed back, first to last
 */
public record PartState(
        CollectionPart part, Bureau bureau, int asked, int answered, Stage stage, List<CollectionReturn> returns) {

    /** Where a part stands. */
    public enum Stage implements Term {
        NOT_BEGUN("未填", "Not begun"),
        BEGUN("填报中", "Being filled in"),
        RETURNED("已交回", "Handed back");

        private final Label words;

        Stage(String zh, String en) {
            words = new Label(zh, en);
        }

        @Override
        public Label inWords() {
            return words;
        }
    }

    public Optional<CollectionReturn> last() {
        return returns.isEmpty() ? Optional.empty() : Optional.of(returns.get(returns.size() - 1));
    }

    /** When anything was last filled in or handed back; null when nothing was. */
    public @Nullable Instant changedAt() {
        Instant returned = last().map(CollectionReturn::returnedAt).orElse(null);
        Instant filled = part.draftAt();
        return returned == null || filled != null && filled.isAfter(returned) ? filled : returned;
    }
}
