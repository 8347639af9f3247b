package plancheck.access;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** What a person is here for. */
public enum Role implements Term {
    /** Fills in and submits the dossiers of one place. */
    COUNTY_OFFICER("县级经办人", "County officer"),
    /** Fills in the parts of dossiers of one place that an officer there gives him, and sees nothing else. */
    BUREAU("部门填报人", "Bureau"),
    /** Reviews the dossiers of the whole city, but none that he submitted. */
    REVIEWER("审核人", "Reviewer"),
    /** Concludes and reopens. */
    LEADER("负责人", "Leader"),
    /** Reads everything, changes nothing. */
    AUDITOR("审计人员", "Auditor"),
    /** Users, tokens and official texts; no dossiers. */
    ADMIN("系统管理员", "Administrator");

    private final Label words;

    Role(String zh, String en) {
        words = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return words;
    }
}
