package plancheck.plan.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.plan.text.Marker.MarkerKind;

/**
 * Splits a plan into its units. A marker counts only when it continues its sequence, so that a figure which a line
 * break has put at the head of a line is not taken for an item.
 */
final class PlanParser {
    private final Map<MarkerKind, Pattern> markers;
    private final boolean titledSections;
    private final List<TextLine> lines;
    private final long fullWidth;
    private final List<Unit> units = new ArrayList<>();

    private int chapter;
    private int section;
    private int item;
    private int box;
    private int boxItem;
    private boolean inBox;
    private boolean afterFigure;
    private @Nullable Unit current;
    /** The chapter, section or date heading that unnumbered paragraphs belong to. */
    private @Nullable Unit holder;

    private @Nullable TextLine previous;

    PlanParser(String raw, Numbering numbering) {
        markers = Marker.of(numbering);
        titledSections = numbering.titlesSections();
        lines = TextLine.of(raw);
        fullWidth = TextLine.fullWidth(lines);
    }

    List<Clause> clauses() {
        for (int i = 0; i < lines.size(); i++) {
            read(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1).text() : "");
        }
        return units.stream().flatMap(unit -> unit.clauses().stream()).toList();
    }

    private void read(TextLine line, String next) {
        Marker marker = Marker.of(line.text(), markers);
        int number = marker.number();
        if (marker.kind() == MarkerKind.FIGURE && chapter > 0 && line.raw().matches("图\\s*\\S{1,2}[\\s\\u3000].*")) {
            // Pictures stand between paragraphs; one inside a sentence does not interrupt it.
            afterFigure = true;
            units.add(new Unit(place() + "/图" + number, MarkerKind.FIGURE, line.spaced(), markers));
            return;
        }
        boolean fresh = previous == null || chapter == 0 || previous.endsSentence() || endsHeading();
        boolean started = fresh && !isIn(MarkerKind.BACK_MATTER) && start(marker.kind(), number, line, next);
        if (!started) {
            continueWith(line);
        }
        previous = line;
        afterFigure = false;
    }

    /** Opens the unit that the marker announces, if it is its turn. */
    private boolean start(MarkerKind kind, int number, TextLine line, String next) {
        return switch (kind) {
            case CHAPTER -> number == chapter + 1 && startChapter(line);
            case SECTION -> chapter > 0 && number == section + 1 && startSection(line);
            case BOX -> chapter > 0 && number > box && startBox(MarkerKind.BOX, number, line);
            case UNNAMED_BOX ->
                chapter > 0
                        && number == box + 1
                        && Marker.of(next, markers).isFirst(MarkerKind.ITEM)
                        && startBox(kind, number, line);
            case ITEM -> chapter > 0 && startItem(number, line);
            case DASH -> chapter > 0 && open(held() + "/——" + ++holder().dashes, kind, line);
            case DATE -> chapter > 0 && hold(open(place() + "/到" + number + "年", kind, line));
            case BACK_MATTER -> chapter > 0 && open("文尾", kind, line);
            case FIGURE, NONE -> false;
        };
    }

    private boolean startChapter(TextLine line) {
        chapter++;
        section = item = 0;
        inBox = false;
        return hold(open(Marker.chinese(chapter), MarkerKind.CHAPTER, line));
    }

    private boolean startSection(TextLine line) {
        section++;
        item = 0;
        inBox = false;
        return hold(open(place(), MarkerKind.SECTION, line));
    }

    private boolean startBox(MarkerKind kind, int number, TextLine line) {
        box = number;
        boxItem = 0;
        inBox = true;
        return open(place() + "/专栏" + box, kind, line.spaced());
    }

    /** A number that does not continue the box but the section ends the box (ruling R28). */
    private boolean startItem(int number, TextLine line) {
        if (inBox && number == boxItem + 1) {
            boxItem++;
            return open(place() + "/专栏" + box + "/" + number, MarkerKind.ITEM, line);
        }
        if (number != item + 1) {
            return false;
        }
        item++;
        inBox = false;
        return open(place() + "/" + number, MarkerKind.ITEM, line);
    }

    private void continueWith(TextLine line) {
        if (current == null) {
            open("文首", MarkerKind.NONE, line);
        } else if (!endsParagraph()) {
            current.add(line);
        } else if (holdsSeveralParagraphs(current)) {
            current.addParagraph(line);
        } else {
            open(held() + "/段" + ++holder().paragraphs, MarkerKind.NONE, line);
        }
    }

    /** Items are one paragraph each; in a narrow box a full line looks short. */
    @SuppressWarnings("NullAway") // called with a current unit only, which came from a previous line
    private boolean endsParagraph() {
        boolean isShort = afterFigure || previous.width() <= fullWidth - 1;
        if (current.path.equals("文首") || isIn(MarkerKind.BACK_MATTER)) {
            return isShort
                    && previous.text().lastIndexOf('《') <= previous.text().lastIndexOf('》');
        }
        return endsHeading() || isShort && previous.endsSentence() && !isIn(MarkerKind.ITEM);
    }

    private static boolean holdsSeveralParagraphs(Unit unit) {
        return switch (unit.kind) {
            case CHAPTER, BOX, UNNAMED_BOX, BACK_MATTER -> true;
            default -> unit.path.equals("文首");
        };
    }

    /** Whether the previous line was a heading that ends without a stop. */
    private boolean endsHeading() {
        boolean titled = isIn(MarkerKind.CHAPTER)
                || isIn(MarkerKind.BOX)
                || isIn(MarkerKind.UNNAMED_BOX)
                || titledSections && isIn(MarkerKind.SECTION);
        return titled && current != null && current.isOneLine();
    }

    private boolean open(String path, MarkerKind kind, TextLine line) {
        current = new Unit(path, kind, line, markers);
        return units.add(current);
    }

    private boolean hold(boolean opened) {
        holder = current;
        return opened;
    }

    private boolean isIn(MarkerKind kind) {
        return current != null && current.kind == kind;
    }

    private String place() {
        String path = Marker.chinese(chapter);
        return section == 0 ? path : path + "/（" + Marker.chinese(section) + "）";
    }

    private String held() {
        return holder().path;
    }

    private Unit holder() {
        if (holder == null) {
            throw new IllegalStateException("no paragraph is held before the first chapter");
        }
        return holder;
    }
}
