package plancheck.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a dossier.
 *
 * @param dossier null when there is an error among the problems
 * @param problems by line: five of a kind, 200 in all, and how many more there are
 * @param wrong JSON pointers of all that is wrong, also of what is only counted
 */
public record DossierReading(@Nullable Dossier dossier, List<Problem> problems, List<String> wrong) {

    DossierReading(@Nullable Dossier dossier, List<Problem> problems) {
        this(dossier, problems, List.of());
    }

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
