package plancheck.dossier.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import plancheck.dossier.Problem;
import plancheck.facts.Label;

/** Recognises text that is handed in by mistake: tables, pages of the web, what a word processor keeps as text. */
final class OtherText {
    private static final Pattern KEY = Pattern.compile(".*[:：#{}\\[\\]|].*|\\s*-\\s.*|---.*");
    private static final Pattern CELLS = Pattern.compile("[^\\t,;]*(?:\\t[^\\t]*|[,;][^,;]*)+");
    private static final int LINES = 2;
    private static final int LONGEST_LINE = 1_000;

    private OtherText() {}

    /** The problem; empty for what may be a dossier. */
    static Optional<Problem> recognise(String text) {
        String start = text.stripLeading();
        if (start.startsWith("{\\rtf")) {
            return problem(
                    new Label("这是写字板或 Word 存的 RTF 文件", "This is an RTF file of a word processor"),
                    new Label(
                            "请另存为纯文本，或改交 YAML 或 JSON 材料",
                            "Save it as plain text, or hand in a dossier in YAML or JSON"));
        }
        if (start.startsWith("<")) {
            return problem(
                    new Label("这是网页或 XML 文件", "This is a web page or an XML file"),
                    new Label("请改交 YAML 或 JSON 材料", "Hand in a dossier in YAML or JSON"));
        }
        return isTable(text)
                ? problem(
                        new Label("这是一张表格（CSV），不是申报材料", "This is a table (CSV), no dossier"),
                        new Label(
                                "村庄、小区等清单请在网页的自查表里粘贴；材料用 YAML 或 JSON",
                                "Paste lists of villages and the like into the form of the web page; a dossier is YAML or JSON"))
                : Optional.empty();
    }

    private static Optional<Problem> problem(Label message, Label advice) {
        return Optional.of(Problem.error(0, "", message, advice));
    }

    /** The first lines have cells and no colon. */
    private static boolean isTable(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
        return lines.size() == LINES
                && lines.stream()
                        .allMatch(line -> line.length() < LONGEST_LINE
                                && !KEY.matcher(line).matches()
                                && CELLS.matcher(line).matches());
    }
}
