package plancheck.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;

/**
 * What came of reading a dossier.
 *
 * @param readable all of it that could be read, with what is wrong in it unknown; null when nothing of it can be judged
 * @param problems by line: five of a kind, 200 in all, and how many more there are
 * @param lacking what nothing can be judged without and the dossier does not say; empty when it is judged, or is no
 *     dossier at all
 */
public record DossierReading(@Nullable Dossier readable, List<Problem> problems, List<Label> lacking) {

    /** The whole dossier; null when there is an error among the problems. */
    public @Nullable Dossier dossier() {
        return problems.stream().anyMatch(Problem::isError) ? null : readable;
    }

    /** Why nothing of it can be judged; empty where something can. */
    public Label why() {
        return readable != null
                ? Label.of("")
                : lacking.isEmpty()
                        ? new Label("还不能判定任何规定：材料无法读取", "Nothing can be judged yet: the dossier cannot be read")
                        : Label.filled(
                                "还不能判定任何规定：没有填写或无法识别%s",
                                "Nothing can be judged yet; missing or not understood: %s", Label.list(lacking));
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
