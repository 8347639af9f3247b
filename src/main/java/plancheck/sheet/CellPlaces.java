package plancheck.sheet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Dossier;
import plancheck.dossier.Problem;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Figure;
import plancheck.facts.Item;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.RuleBook;

/** Where in a workbook the parts of its dossier stand. */
final class CellPlaces {
    private final TreeMap<String, SheetCell> places;
    private final Map<String, String> matters;

    /**
     * @param places sheet and cell by the name of the form's field
     * @param matters what is asked there
     */
    CellPlaces(Map<String, SheetCell> places, Map<String, String> matters) {
        this.places = new TreeMap<>(places);
        this.matters = matters;
    }

    /** The cell of what a pointer leads to, or of the first thing below it, or of what it stands in; null where there is none. */
    @Nullable
    SheetCell of(String pointer) {
        for (String at = pointer; at.length() > 1; at = at.substring(0, at.lastIndexOf('/'))) {
            SheetCell here = at(at);
            if (here != null) {
                return here;
            }
        }
        return null;
    }

    /** Of several cells the one that holds the answer itself. */
    private @Nullable SheetCell at(String pointer) {
        String below = places.ceilingKey(pointer + "/");
        return DossierForm.answer(pointer, places.keySet())
                .or(() -> Optional.ofNullable(below).filter(field -> field.startsWith(pointer + "/")))
                .map(places::get)
                .orElse(null);
    }

    /** With sheet and cell in place of a line that nobody sees. */
    Problem inCell(Problem problem) {
        SheetCell at = of(problem.pointer());
        String matter = matters.getOrDefault(problem.pointer(), "");
        Message message = matter.isEmpty() ? problem.message() : problem.message(matter);
        return inCell(problem, at == null ? null : at.inWords(), message);
    }

    static Problem inCell(Problem problem, @Nullable Label at, Message message) {
        return new Problem(
                problem.severity(),
                0,
                problem.pointer(),
                at == null ? message : Message.of("sheet.at-cell", at, message),
                problem.advice(),
                problem.counted());
    }

    /** The cells of figures, answers and entries by their line in the dossier. */
    Map<Integer, Label> byLine(Dossier dossier, RuleBook book) {
        Map<Integer, Label> cells = new LinkedHashMap<>();
        dossier.places()
                .forEach(place ->
                        place.figures().forEach(figure -> put(section(figure.indicator(), book), figure, cells)));
        dossier.projects()
                .forEach(project -> project.figures().forEach(figure -> {
                    put("/project/works/", figure, cells);
                    put("/project/design/", figure, cells);
                }));
        dossier.stages().forEach((id, figure) -> put("/named-projects/", figure, cells));
        dossier.absences().forEach((id, absence) -> put(absence.line(), "/not-here/" + id, cells));
        for (Item item : dossier.items()) {
            ItemKind kind = book.kinds().get(item.getKind());
            put(item.line(), "/" + (kind == null ? "" : kind.list()) + "/" + item.index(), cells);
        }
        return cells;
    }

    private static String section(String id, RuleBook book) {
        Indicator indicator = book.indicators().get(id);
        return indicator != null && indicator.type() == Indicator.Type.DECLARATION ? "/declarations/" : "/figures/";
    }

    private void put(String section, Figure figure, Map<Integer, Label> cells) {
        put(figure.line(), section + figure.indicator(), cells);
    }

    private void put(int line, String pointer, Map<Integer, Label> cells) {
        SheetCell cell = line > 0 ? at(pointer) : null;
        if (cell != null) {
            cells.putIfAbsent(line, cell.inWords());
        }
    }
}
