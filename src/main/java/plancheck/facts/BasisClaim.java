package plancheck.facts;

import java.util.List;

/**
 * What a project says it rests on in a plan: one of the works that the plan names, or a clause.
 *
 * @param work the id of a work or a kind of works in the register, or {@link #NONE}; empty when a clause is named
 * @param clause as the dossier has it, for example 平凉规划专栏5第2项; empty when a work is named
 * @param by who found it to be this work; empty when only the applicant says so
 * @param evidence documents named for it (ruling R44)
 * @param line of the dossier, 0 when it came from elsewhere
 */
public record BasisClaim(String work, String clause, String by, List<String> evidence, int line) {
    /** That it is none of the works that the plans name. */
    public static final String NONE = "none";

    /** Whether somebody has said that it is none of the works that are named. */
    public boolean isNone() {
        return work.equals(NONE);
    }
}
