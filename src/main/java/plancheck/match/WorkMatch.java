package plancheck.match;

import java.util.List;
import plancheck.facts.Message;
import plancheck.rulebook.PlannedWork;

/**
 * A planned work that a project may be, or a kind of works that it may be one of.
 *
 * @param points out of a hundred
 * @param isPlain whether nothing speaks against it and nothing else comes near: then it need not be asked
 * @param reasons what speaks for it
 * @param doubts what speaks against it, or differs
 */
public record WorkMatch(PlannedWork work, int points, boolean isPlain, List<Message> reasons, List<Message> doubts) {

    WorkMatch plain(boolean plain) {
        return new WorkMatch(work, points, plain, reasons, doubts);
    }
}
