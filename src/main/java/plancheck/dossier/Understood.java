package plancheck.dossier;

import plancheck.facts.NormalForm;
import plancheck.facts.Phrase;

/**
 * A value that was not written as a dossier has it, and what it was taken for.
 *
 * @param line from 1; 0 where there is none
 * @param pointer JSON pointer of the value
 * @param written as it stands there
 * @param taken the value, with its unit where it has one
 */
public record Understood(int line, String pointer, String written, Phrase taken) {

    /** Whether nobody needs to be told: it reads as it was written, as 42户 does. */
    public boolean goesWithoutSaying() {
        return NormalForm.of(written).equals(NormalForm.of(taken.zh()));
    }
}
