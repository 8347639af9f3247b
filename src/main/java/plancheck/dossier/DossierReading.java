package plancheck.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a dossier.
 *
 * @param dossier null when there is an error among the problems
 * @param problems all of them, by line
 */
public record DossierReading(@Nullable Dossier dossier, List<Problem> problems) {

    /**
     * The dossier.
     *
     * @throws IllegalStateException when it could not be read; ask {@link #problems} first
     */
    public Dossier orThrow() {
        if (dossier == null) {
            throw new IllegalStateException("dossier has problems: " + problems);
        }
        return dossier;
    }
}
