package plancheck.report;

import java.util.Map;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;

/**
 * What was not used of a dossier, or is doubtful in it: it stands beside the findings and is none of them.
 *
 * @param line from 1; 0 when there is none
 * @param pointer JSON pointer of the place; empty for the whole
 * @param said what, and what to do
 */
public record Note(int line, String pointer, Label said) {

    Note inCell(Map<Integer, Label> cells) {
        Label cell = cells.get(line);
        return new Note(0, pointer, cell == null ? said : Label.said(Message.of("report.note.cell", cell, said)));
    }

    /** With the line where there is one. */
    public Phrase inWords() {
        return line > 0 ? Message.of("report.note.line", line, said) : said;
    }
}
