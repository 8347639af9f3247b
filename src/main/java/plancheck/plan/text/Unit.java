package plancheck.plan.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A unit of the plan while its lines are being read. */
final class Unit {
    private static final Pattern SUB_ITEM = Pattern.compile("(?<=[。；])([一二三四五六七八九十])是");
    private static final int LONGEST_HEADING = 60;

    final String path;
    final Marker.MarkerKind kind;
    /** Dash paragraphs and unnumbered paragraphs counted below this unit. */
    int dashes;

    int paragraphs;

    private final Map<Marker.MarkerKind, Pattern> markers;
    private final StringBuilder text = new StringBuilder();
    private final List<int[]> starts = new ArrayList<>();

    Unit(String path, Marker.MarkerKind kind, TextLine first, Map<Marker.MarkerKind, Pattern> markers) {
        this.path = path;
        this.kind = kind;
        this.markers = markers;
        add(first, "");
    }

    /** Joins a line to the running text; a word or number in Latin letters is not run into the next one. */
    void add(TextLine line) {
        boolean words = Glyphs.isLatin(text, text.length() - 1) && Glyphs.isLatin(line.text(), 0);
        add(line, words ? " " : "");
    }

    void addParagraph(TextLine line) {
        add(line, "\n");
    }

    private void add(TextLine line, String before) {
        text.append(before);
        starts.add(new int[] {text.length(), line.number()});
        text.append(line.text());
    }

    boolean isOneLine() {
        return starts.size() == 1;
    }

    /** The unit as a clause, followed by its sub-items 一是, 二是 … when it has them. */
    List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        List<Integer> cuts = cuts();
        int end = cuts.isEmpty() ? text.length() : cuts.get(0);
        clauses.add(new Clause(path, heading(), text.substring(0, end), lineAt(0)));
        for (int i = 0; i < cuts.size(); i++) {
            int to = i + 1 < cuts.size() ? cuts.get(i + 1) : text.length();
            String below = path + "/" + Marker.chinese(i + 1) + "是";
            clauses.add(new Clause(below, "", text.substring(cuts.get(i), to), lineAt(cuts.get(i))));
        }
        return clauses;
    }

    private List<Integer> cuts() {
        List<Integer> cuts = new ArrayList<>();
        Matcher matcher = SUB_ITEM.matcher(text);
        while (kind == Marker.MarkerKind.ITEM && matcher.find()) {
            if (matcher.group(1).equals(Marker.chinese(cuts.size() + 1))) {
                cuts.add(matcher.start());
            }
        }
        return cuts.size() > 1 ? cuts : List.of();
    }

    private int lineAt(int offset) {
        return starts.stream()
                .filter(start -> start[0] <= offset)
                .reduce((a, b) -> b)
                .orElseThrow()[1];
    }

    private String heading() {
        String after = Marker.of(text.toString(), markers)
                .after()
                .replaceAll("(?s)[\\n。：].*", "")
                .strip();
        return switch (kind) {
            case CHAPTER, SECTION, BOX, UNNAMED_BOX, ITEM, FIGURE -> after.length() <= LONGEST_HEADING ? after : "";
            default -> "";
        };
    }
}
