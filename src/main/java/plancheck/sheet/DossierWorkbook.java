package plancheck.sheet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Workbook;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierKind;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.asking.ProjectHead;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.dossier.reading.DossierReader;
import plancheck.dossier.values.WrittenDay;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.Term;
import plancheck.rulebook.Bureau;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/**
 * A dossier as a workbook: what is asked, to be filled in by offices that work in spreadsheets, and back again. Nothing that a dossier
 * holds is lost on the way but its comments. Safe to share between threads.
 */
public final class DossierWorkbook {
    private final RuleBook book;
    private final DossierForm form;
    private final DossierReader reader;

    public DossierWorkbook(RuleBook book) {
        this.book = book;
        this.form = new DossierForm(book);
        this.reader = new DossierReader(book);
    }

    /** An empty workbook (.xlsx) of what is asked. */
    public byte[] write(Questionnaire asked) {
        return new WorkbookWriter(asked, "", asked.settled(), false, counties(asked)).write();
    }

    /**
     * The same with what is known.
     *
     * @param dossier in YAML or JSON, whole or a draft
     * @param carried whether it is an earlier one, so that each answer is to be confirmed; its head is then the new one's
     */
    public byte[] write(Questionnaire asked, byte[] dossier, boolean carried) {
        return new WorkbookWriter(asked, "", known(asked, dossier, carried), carried, counties(asked)).write();
    }

    private Map<String, List<String>> known(Questionnaire asked, byte[] dossier, boolean carried) {
        Map<String, List<String>> filled =
                new LinkedHashMap<>(form.fields(dossier).values());
        if (carried) {
            filled.putAll(asked.settled());
        }
        return filled;
    }

    /**
     * The workbook of one bureau.
     *
     * @param part what it is asked
     * @param fields of a form that are filled in already, by their names; the head among them
     */
    public byte[] of(Bureau bureau, Questionnaire part, Map<String, List<String>> fields) {
        return new WorkbookWriter(part, bureau.name().zh(), fields, false, counties(part)).write();
    }

    /**
     * A workbook for each bureau that has something to answer, with its part alone.
     *
     * @param earlier dossier, each answer of which is to be confirmed; empty where there is none
     */
    public Map<Bureau, byte[]> byBureau(Questionnaire asked, byte[] earlier) {
        Map<Bureau, byte[]> workbooks = new LinkedHashMap<>();
        boolean carried = earlier.length > 0;
        Map<String, List<String>> known = carried ? known(asked, earlier, true) : asked.settled();
        Map<String, List<String>> unasked = new LinkedHashMap<>(known);
        unasked.keySet().removeIf(asked.fields());
        for (Bureau bureau : book.bureaus()) {
            Questionnaire part = asked.of(bureau, book.bureaus());
            if (part.size() + part.absences().size() > 0) {
                Map<String, List<String>> own = part(part, known);
                if (workbooks.isEmpty()) {
                    own.putAll(unasked); // with who puts the dossier together, lest it be lost
                }
                workbooks.put(
                        bureau, new WorkbookWriter(part, bureau.name().zh(), own, carried, counties(asked)).write());
            }
        }
        return workbooks;
    }

    /** Of what is known what the part asks for, and the head. */
    private static Map<String, List<String>> part(Questionnaire part, Map<String, List<String>> known) {
        Map<String, List<String>> own = new LinkedHashMap<>(known);
        own.keySet().removeIf(part.fields().negate());
        return own;
    }

    /** A list of who answers what: one row a bureau, with the file that it gets. */
    public byte[] cover(Questionnaire asked, Map<Bureau, String> files) {
        return new CoverList(asked, files, book.bureaus()).write();
    }

    /** What the place and kind of a dossier are asked, in full; empty where its head does not say which. */
    public Optional<Questionnaire> asked(byte[] dossier) {
        return asked(book, form.fields(dossier).values());
    }

    private Map<String, String> counties(Questionnaire asked) {
        Map<String, String> counties = new LinkedHashMap<>();
        book.places().values().stream()
                .filter(place -> place.level() == Level.COUNTY
                        && place.parent().equals(asked.head().place().code()))
                .forEach(place -> counties.put(place.code(), place.name()));
        return counties;
    }

    /** Reads a workbook; never throws for what is in it. */
    HandedIn read(byte[] bytes) {
        Problems problems = new Problems();
        ReadCells cells = new ReadCells(problems);
        try (Workbook workbook = OpenedWorkbook.open(bytes, problems)) {
            if (workbook != null) {
                cells.read(workbook);
            }
        } catch (IOException | RuntimeException e) {
            problems.add(Problem.error(0, "", OpenedWorkbook.broken(e), Message.of("sheet.open-and-save-again")));
        }
        if (!problems.hasErrors() && !cells.isRecognised()) {
            problems.add(Problem.error(0, "", Message.of("sheet.not-ours"), Message.of("sheet.use-template")));
        }
        if (!cells.isRecognised()) {
            return new HandedIn(bytes, DossierReading.unreadable(problems.inOrder()), Map.of(), List.of());
        }
        byte[] dossier = asked(book, cells.fields())
                .map(asked -> form.inFormat(cells.fields(), asked))
                .orElseGet(() -> form.dossier(cells.fields()));
        CellPlaces places = new CellPlaces(cells.places(), cells.matters());
        DossierReading read = reader.read(dossier);
        Dossier readable = read.readable();
        List<Problem> notes = new ArrayList<>(problems.inOrder());
        notes.addAll(read.problems());
        List<Problem> inCells = new ArrayList<>(problems.inOrder());
        read.problems().forEach(problem -> inCells.add(places.inCell(problem)));
        return new HandedIn(
                dossier,
                new DossierReading(
                        readable == null ? null : readable.with(notes),
                        inCells,
                        read.lacking(),
                        read.wrong(),
                        read.understood()),
                readable == null ? Map.of() : places.byLine(readable, book),
                remarks(problems, read, places));
    }

    /** What the sheets themselves are told of says its cell in words. */
    private static List<Remark> remarks(Problems ofSheets, DossierReading read, CellPlaces places) {
        List<Remark> remarks = new ArrayList<>(Remark.of(ofSheets.inOrder(), List.of(), problem -> Optional.empty()));
        remarks.addAll(
                Remark.of(read.problems(), read.wrong(), problem -> Optional.ofNullable(places.of(problem.pointer()))));
        return remarks;
    }

    /** What its place and kind are asked, in full; empty where its head does not say which. */
    static Optional<Questionnaire> asked(RuleBook book, Map<String, List<String>> fields) {
        PlaceName place = book.place(first(fields, "/place")).orElse(null);
        LocalDate asOf =
                WrittenDay.of(first(fields, "/as-of")).map(WrittenDay::last).orElse(null);
        if (place == null || asOf == null) {
            return Optional.empty();
        }
        boolean project = List.of(DossierKind.PROJECT.id(), "建设项目").contains(first(fields, "/kind"));
        String sector = id(book.sectors(), first(fields, "/project/sector"));
        Level site = Term.find(Level.class, id(ProjectHead.allSites(), first(fields, "/project/site")))
                .orElse(place.townLevel());
        return Optional.of(
                project
                        ? Questionnaire.project(book, place, asOf, sector, site)
                        : Questionnaire.complete(book, place, asOf));
    }

    /** What is chosen, by its id or its name. */
    private static String id(Map<String, Label> choices, String written) {
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().zh().equals(written))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(written);
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }
}
