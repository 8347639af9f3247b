package plancheck.web.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierKind;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.dossier.Understood;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Days;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Phrase;
import plancheck.facts.Term;
import plancheck.report.Report;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.HandedIn;
import plancheck.sheet.HandedInReader;
import plancheck.web.frame.PageTimes;

/** Reads and checks what was filled in, and keeps nothing. */
@Component
public class FormCheck {
    /** The field, none of the dossier's, that asks for all: also what is only encouraged, and what is due in years to come. */
    static final String ALL = "all";

    private final RuleBook book;
    private final ComplianceCheck check;
    private final HandedInReader handedIn;
    private final Clock clock;
    private final DossierForm form;

    FormCheck(RuleBook book, ComplianceCheck check, HandedInReader handedIn, Clock clock) {
        this.handedIn = handedIn;
        this.book = book;
        this.check = check;
        this.clock = clock;
        this.form = new DossierForm(book);
    }

    /**
     * What came of it.
     *
     * @param problems of all that was filled in
     * @param understood what was not filled in as a dossier has it, and what it was taken for
     * @param report of what could be read; null when nothing could
     * @param why there is none
     */
    public record FormResult(
            List<Problem> problems,
            List<Understood> understood,
            @Nullable Report report,
            Phrase why) {
        /** Where nothing was checked. */
        static final FormResult NONE = new FormResult(List.of(), List.of(), null, Label.of(""));

        /** Whether something that was filled in could not be read, and is not in the report. */
        public boolean isPartial() {
            return problems.stream().anyMatch(Problem::isError);
        }
    }

    /** Today in Pingliang. */
    public LocalDate today() {
        return PageTimes.today(clock);
    }

    /** JSON of all that was filled in, right or wrong. */
    public byte[] dossier(FormAnswers answers) {
        return form.dossier(answers.values());
    }

    /**
     * What was filled in.
     *
     * @param answers as the dossier has them: a year and a unit to each figure
     * @param dossier JSON of all of it, right or wrong
     * @param files pointers of what files are kept for beside it
     */
    public record FilledAnswers(FormAnswers answers, byte[] dossier, DossierReading reading, Set<String> files) {
        private static FilledAnswers of(DossierForm.FilledForm filled) {
            return new FilledAnswers(new FormAnswers(filled.values()), filled.dossier(), filled.reading(), Set.of());
        }

        /** What nothing is to be made of. */
        static FilledAnswers unread(FormAnswers answers) {
            return new FilledAnswers(answers, new byte[0], DossierReading.unreadable(List.of()), Set.of());
        }

        /** The same with files kept beside it. */
        public FilledAnswers withFiles(Set<String> kept) {
            return new FilledAnswers(answers, dossier, reading, kept);
        }
    }

    /** Rows are counted anew when empty ones fall away. */
    public FilledAnswers filled(FormAnswers answers) {
        return FilledAnswers.of(form.read(answers.values()));
    }

    /** Rows keep their numbers, for a page that goes on showing those that are empty. */
    FilledAnswers filledAsNumbered(FormAnswers answers) {
        return FilledAnswers.of(form.readAsNumbered(answers.values()));
    }

    public FormResult check(FilledAnswers filled) {
        DossierReading reading = filled.reading();
        Dossier readable = reading.readable();
        return new FormResult(
                reading.problems(),
                reading.taken(),
                readable == null ? null : check.check(readable.withFiles(filled.files())),
                reading.why());
    }

    /** The answers in a dossier that is known to be readable as text. */
    public FormAnswers read(byte[] dossier) {
        return new FormAnswers(form.fields(dossier).values());
    }

    /** The answers in a dossier from elsewhere, be it text or a workbook, with what keeps it from being read. */
    public DossierForm.Fields fields(byte[] dossier) {
        if (!HandedInReader.isWorkbook(dossier)) {
            return form.fields(dossier);
        }
        HandedIn read = handedIn.read(dossier);
        if (read.reading().readable() == null) {
            return new DossierForm.Fields(Map.of(), read.reading().problems());
        }
        return new DossierForm.Fields(
                form.fields(read.dossier()).values(), read.reading().problems());
    }

    /** The places that can be asked: the city and its counties. */
    public List<PlaceName> places() {
        return book.places().values().stream()
                .filter(place -> place.level() == Level.CITY || place.level() == Level.COUNTY)
                .toList();
    }

    /** The one of them that is written so, by code or name, of now or of before. */
    Optional<PlaceName> place(String written) {
        return book.place(written).filter(places()::contains);
    }

    /** The levels of a place at which a project may lie, the town first. */
    static List<Level> sites(PlaceName place) {
        return Stream.of(place.townLevel(), place.level())
                .filter(level ->
                        level == Level.CENTRAL_URBAN_AREA || level == Level.COUNTY_SEAT || level == Level.COUNTY)
                .distinct()
                .toList();
    }

    /** What is asked of the place and kind that the answers name; empty when they name none that is known. */
    public Optional<Questionnaire> questions(FormAnswers answers) {
        PlaceName place = book.place(answers.value("/place")).orElse(null);
        if (place == null) {
            return Optional.empty();
        }
        LocalDate asOf = Days.of(answers.value("/as-of")).orElseGet(this::endOfLastYear);
        if (!answers.value("/kind").equals(DossierKind.PROJECT.id())) {
            return Optional.of(
                    answers.value(ALL).isEmpty()
                            ? Questionnaire.selfAssessment(book, place, asOf)
                            : Questionnaire.complete(book, place, asOf));
        }
        String sector = answers.value("/project/sector");
        Level site = Term.find(Level.class, answers.value("/project/site"))
                .filter(sites(place)::contains)
                .or(() -> sites(place).stream().findFirst())
                .orElse(place.level());
        return Optional.of(Questionnaire.project(book, place, asOf, sector, site));
    }

    LocalDate endOfLastYear() {
        return LocalDate.of(today().getYear() - 1, 12, 31);
    }
}
