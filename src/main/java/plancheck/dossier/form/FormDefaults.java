package plancheck.dossier.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.asking.ProjectHead;
import plancheck.dossier.reading.Shape;

/**
 * Completes figures and investments whose unit or year the form left to us, and takes away units and years that belong to nothing. A
 * form fills both in beside every figure, answered or not.
 */
final class FormDefaults {
    private final Shape.Fields format;
    private final @Nullable String year;

    /** @param judgedAt null when the form does not say, so that a missing year stays missing */
    FormDefaults(Shape.Fields format, @Nullable LocalDate judgedAt) {
        this.format = format;
        this.year = judgedAt == null ? null : String.valueOf(judgedAt.getYear());
    }

    void complete(FormTree filled) {
        FormTree figures = filled.below.get("figures");
        if (figures != null) {
            figures.below.forEach(this::figure);
            figures.below.values().removeIf(FormTree::isEmpty);
        }
        FormTree project = filled.below.get("project");
        FormTree money = project == null ? null : project.below.get("investment");
        if (money != null && money.below.keySet().equals(Set.of("unit"))) {
            money.below.clear();
        } else if (money != null && !money.below.isEmpty()) {
            fill(money, "unit", ProjectHead.INVESTMENT.symbol());
        }
    }

    private void figure(String id, FormTree figure) {
        Shape shape = Shape.below(Shape.below(format, "figures"), id);
        if (!(shape instanceof Shape.Either either) || figure.below.isEmpty()) {
            return;
        }
        Map<String, FormTree> given = figure.below;
        String unit = ownUnit(either.braces());
        boolean single = given.containsKey("value") || given.containsKey("by-county");
        if (single || given.containsKey("series")) {
            fill(figure, "unit", unit);
        }
        if (single) {
            fill(figure, "year", year);
        }
        if (Set.of("unit", "year").containsAll(given.keySet()) && is(given, "unit", unit) && is(given, "year", year)) {
            given.clear();
        }
    }

    private static void fill(FormTree figure, String key, @Nullable String value) {
        if (value != null && !figure.below.containsKey(key)) {
            figure.child(key).add(value);
        }
    }

    /** Whether it is absent, or just what would be filled in. */
    private static boolean is(Map<String, FormTree> given, String key, @Nullable String value) {
        FormTree typed = given.get(key);
        return typed == null || (typed.below.isEmpty() && value != null && typed.typed.equals(List.of(value)));
    }

    /** The indicator's; null for a pure number. */
    private static @Nullable String ownUnit(Shape.Fields braces) {
        return Shape.below(braces, "unit") instanceof Shape.Choice units
                ? units.choices().keySet().iterator().next()
                : null;
    }
}
