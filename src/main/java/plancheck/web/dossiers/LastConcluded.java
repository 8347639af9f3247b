package plancheck.web.dossiers;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import plancheck.archive.StoredDossier;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.web.form.FormCheck;
import plancheck.web.frame.Pages;
import plancheck.workflow.DossierDesk;

/** Finds what a draft's place said last. */
@Component
class LastConcluded {
    private final DossierDesk desk;
    private final FormCheck check;
    private final RuleBook book;

    LastConcluded(DossierDesk desk, FormCheck check, RuleBook book) {
        this.desk = desk;
        this.check = check;
        this.book = book;
    }

    /** Of the dossier that was concluded last; empty when none was, or while the draft does not say what it is asked. */
    Optional<LastAnswers> of(StoredDossier draft, Locale locale) {
        return desk.lastConcluded(draft)
                .flatMap(last -> check.questions(check.read(draft.draft()))
                        .map(asked -> new LastAnswers(
                                book,
                                asked,
                                last.title(),
                                check.read(last.content()),
                                new Wording(Pages.language(locale)))));
    }
}
