package plancheck.facts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of a list in a dossier: one village, one compound, one market. */
public final class Item extends Subject {
    private final String kind;
    private final int index;
    private final int line;

    /**
     * @param kind the list's kind as named in {@code indicators.yaml}, for example {@code village}
     * @param place the place of the dossier it lies in; null when the dossier does not say
     * @param figures its attributes by indicator id
     * @param index its place in the list as handed in, from 0
     */
    public Item(String kind, String name, @Nullable Place place, Map<String, Figure> figures, int index, int line) {
        super(Label.of(name), place, figures);
        this.kind = kind;
        this.index = index;
        this.line = line;
    }

    public String getKind() {
        return kind;
    }

    public int index() {
        return index;
    }

    public int line() {
        return line;
    }
}
