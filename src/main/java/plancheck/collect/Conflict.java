package plancheck.collect;

import java.util.List;
import plancheck.facts.Label;

/**
 * Something to which two parts give different answers.
 *
 * @param pointer of it in the dossier, such as {@code /figures/residents} or {@code /villages/张家湾/households}
 * @param what it is called
 * @param versions each different answer with who gave it, in an order that does not depend on who was first
 * @param taken the one that stands in the merged dossier; empty where none does, and it counts as unknown
 */
public record Conflict(String pointer, Label what, List<Version> versions, String taken) {

    /** @param from all who say the same */
    public record Version(String answer, List<String> from) {}
}
