package plancheck.workflow;

import java.util.Set;
import plancheck.facts.Label;
import plancheck.facts.Term;

/** Where a dossier stands. */
public enum DossierState implements Term {
    DRAFT("草稿", "Draft"),
    SUBMITTED("已提交", "Submitted"),
    IN_REVIEW("审核中", "In review"),
    RETURNED("已退回", "Returned"),
    CONCLUDED("已办结", "Concluded");

    private final Label words;

    DossierState(String zh, String en) {
        words = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return words;
    }

    /** Whether the county may change the draft. */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }

    /** @throws IllegalArgumentException for an id that is none */
    public static DossierState of(String id) {
        return Term.find(DossierState.class, id).orElseThrow(() -> new IllegalArgumentException("no state: " + id));
    }

    /** The states in which others than the county may read a dossier. */
    public static Set<DossierState> handedIn() {
        return Set.of(SUBMITTED, IN_REVIEW, RETURNED, CONCLUDED);
    }
}
