package plancheck.facts;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provision binds: a place, an item of a list, or a project. Rules read it by
 * {@code number("…")}, {@code yes("…")} and {@code text("…")}; what the dossier does not give is null, and
 * a comparison with null is false in Drools. The check itself notices that the figure was missing.
 */
public abstract sealed class Subject permits Place, Item, Project {
    private final Label name;
    private final @Nullable Place place;
    private final Map<String, Figure> figures;

    /** A null place is an unknown one; a {@link Place} lies in itself. */
    Subject(Label name, @Nullable Place place, Map<String, Figure> figures) {
        this.name = name;
        this.place = place;
        this.figures = figures;
    }

    /** How a report calls it, for example 泾川县县城 or 张家湾. */
    public final Label name() {
        return name;
    }

    /** The same in Chinese, as the dossier has it. */
    public final String getName() {
        return name.zh();
    }

    /** The place it lies in, itself for a place; null when the dossier does not say. */
    public @Nullable Place getPlace() {
        return place;
    }

    /** The level of the place it lies in; null when that place is unknown. */
    public @Nullable Level getLevel() {
        Place known = getPlace();
        return known == null ? null : known.getLevel();
    }

    /** The GB/T 2260 code of the place it lies in; null when that place is unknown. */
    public @Nullable String getCode() {
        Place known = getPlace();
        return known == null ? null : known.getCode();
    }

    public final @Nullable Figure figure(String indicator) {
        return figures.get(indicator);
    }

    public final Collection<Figure> figures() {
        return Collections.unmodifiableCollection(figures.values());
    }

    /** The number given for the indicator, in the indicator's unit; null when none is. */
    public final @Nullable BigDecimal number(String indicator) {
        return value(indicator) instanceof BigDecimal number ? number : null;
    }

    /** The answer given to a yes-or-no indicator; null when none is. */
    public final @Nullable Boolean yes(String indicator) {
        return value(indicator) instanceof Boolean answer ? answer : null;
    }

    /** The text or choice given for the indicator; null when none is. */
    public final @Nullable String text(String indicator) {
        return value(indicator) instanceof String text ? text : null;
    }

    private @Nullable Object value(String indicator) {
        Figure figure = figures.get(indicator);
        return figure == null ? null : figure.value();
    }

    @Override
    public final String toString() {
        return getName();
    }
}
