package plancheck.facts;

/**
 * "This provision binds this subject": all that a rule concludes. The judge turns it into a finding.
 *
 * @param rule the full name of the provision's rule
 */
public record Requirement(String rule, Subject subject) {

    /** As every rule's {@code then} says it. */
    public static Requirement of(String rule, Subject subject) {
        return new Requirement(rule, subject);
    }
}
