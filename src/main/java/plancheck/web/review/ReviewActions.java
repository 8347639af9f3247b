package plancheck.web.review;

import java.util.List;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.archive.StoredDossier;
import plancheck.workflow.DossierState;
import plancheck.workflow.ReviewDesk;

/**
 * What somebody may do with a dossier as it stands.
 *
 * @param opine whether he may give opinions, put questions and return it
 * @param why keys of the messages that say why there is not more he can do
 */
record ReviewActions(boolean take, boolean opine, boolean conclude, boolean reopen, List<String> why) {

    static ReviewActions of(Actor actor, StoredDossier dossier, ReviewDesk desk) {
        boolean reviewer = actor.is(Role.REVIEWER);
        boolean leader = actor.is(Role.LEADER);
        if (!reviewer && !leader) {
            return none("review.why.reader");
        }
        boolean mayReview = desk.mayReview(actor, dossier);
        boolean mayConclude = desk.mayConclude(actor, dossier);
        if (!mayReview && !mayConclude) {
            return none("review.why.own");
        }
        return switch (DossierState.of(dossier.state())) {
            case DRAFT -> none("review.why.draft");
            case RETURNED -> none("review.why.returned");
            case SUBMITTED ->
                mayReview ? new ReviewActions(true, false, false, false, List.of()) : none("review.why.not-taken");
            case IN_REVIEW ->
                new ReviewActions(
                        false, mayReview, mayConclude, false, mayConclude ? List.of() : List.of("review.why.leader"));
            case CONCLUDED ->
                mayConclude ? new ReviewActions(false, false, false, true, List.of()) : none("review.why.concluded");
        };
    }

    private static ReviewActions none(String why) {
        return new ReviewActions(false, false, false, false, List.of(why));
    }
}
