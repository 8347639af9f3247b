package plancheck.dossier.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import plancheck.dossier.Problem;
import plancheck.facts.Message;

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
            return problem(Message.of("dossier.rtf-file"), Message.of("dossier.save-as-plain-text"));
        }
        if (start.startsWith("<")) {
            return problem(Message.of("dossier.web-page-or-xml"), Message.of("dossier.hand-in-yaml-or-json"));
        }
        return isTable(text)
                ? problem(Message.of("dossier.table-is-no-dossier"), Message.of("dossier.paste-table-into-form"))
                : Optional.empty();
    }

    private static Optional<Problem> problem(Message message, Message advice) {
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
