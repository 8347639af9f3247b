package plancheck.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;

/**
 * What came of reading a dossier.
 *
 * @param readable all of it that could be read, with what is wrong in it unknown; null when nothing of it can be judged
 * @param problems by line: five of a kind, 200 in all, and how many more there are
 * @param lacking what nothing can be judged without and the dossier does not say; empty when it is judged, or is no
 *     dossier at all
 * @param wrong pointers of all errors, also of those that are only counted among the problems
 * @param understood what was not written as a dossier has it, in the order of the dossier; the first ten thousand of them
 */
public record DossierReading(
        @Nullable Dossier readable,
        List<Problem> problems,
        List<Message> lacking,
        List<String> wrong,
        List<Understood> understood) {

    /** Of what is no dossier at all. */
    public static DossierReading unreadable(List<Problem> problems) {
        return new DossierReading(null, problems, List.of(), List.of(), List.of());
    }

    /** The whole dossier; null when there is an error among the problems. */
    public @Nullable Dossier dossier() {
        return problems.stream().anyMatch(Problem::isError) ? null : readable;
    }

    /** Of what was understood, what is to be shown beside it. */
    public List<Understood> taken() {
        return understood.stream().filter(one -> !one.goesWithoutSaying()).toList();
    }

    /** Why nothing of it can be judged; empty where something can. */
    public Phrase why() {
        return readable != null
                ? Label.of("")
                : lacking.isEmpty()
                        ? Message.of("dossier.nothing-judged-unreadable")
                        : Message.of("dossier.nothing-judged-lacking", lacking);
    }

    /**
     * The whole dossier.
     *
     * @throws IllegalStateException when something in it is wrong; ask {@link #problems} first
     */
    public Dossier orThrow() {
        Dossier whole = dossier();
        if (whole == null) {
            throw new IllegalStateException("dossier has problems: " + problems);
        }
        return whole;
    }
}
