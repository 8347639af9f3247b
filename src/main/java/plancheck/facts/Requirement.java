package plancheck.facts;

/**
 * "This provision binds this subject": all that a rule concludes. The judge turns it into a finding.
 *
 * @param provision the provision's id
 */
public record Requirement(String provision, Subject subject) {

    /** Takes the rule's full name; the id is the word before the first space. */
    public static Requirement of(String ruleName, Subject subject) {
        int space = ruleName.indexOf(' ');
        return new Requirement(space < 0 ? ruleName : ruleName.substring(0, space), subject);
    }
}
