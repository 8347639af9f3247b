package plancheck.proof;

import java.time.Duration;
import java.util.List;
import plancheck.facts.Label;

/**
 * What was asked of a rule book, and what came out.
 *
 * @param encoded how many provisions were put to the solver
 * @param notEncoded ids of those that were not: a person decides them
 * @param questions how many the solver answered
 * @param confirmed how many of its dossiers the check found as it said
 * @param cpu processor time of solving and checking
 * @param floors which provision is kept by whoever keeps another
 */
public record Proof(
        int encoded,
        List<String> notEncoded,
        int questions,
        int confirmed,
        Duration cpu,
        List<Violation> violations,
        List<Floor> floors) {

    /** Whoever keeps the one keeps the other, in these places. */
    public record Floor(String kept, String floor, List<Label> where) {}
}
