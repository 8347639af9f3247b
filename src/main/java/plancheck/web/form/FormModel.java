package plancheck.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Level;
import plancheck.report.Report;
import plancheck.report.writing.Wording;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.web.frame.Pages;

/** Puts a form and its findings before the page that shows them. */
@Component
public class FormModel {
    private final FormCheck check;
    private final RuleBook book;
    private final MessageSource messages;

    FormModel(FormCheck check, RuleBook book, MessageSource messages) {
        this.check = check;
        this.book = book;
        this.messages = messages;
    }

    /**
     * Adds {@code form}, {@code findings} (null when nothing could be read), {@code checked}, {@code edit}, and {@code
     * list}, the one that the form was sent for (null for none).
     *
     * @return what came of the check
     */
    public FormCheck.FormResult show(Questionnaire asked, FormEdit edit, Locale locale, Model model) {
        Wording words = new Wording(Pages.language(locale));
        FormCheck.FormResult checked = check.check(edit.filled());
        Report report = checked.report();
        model.addAttribute(
                "form",
                new FormPage(
                        asked,
                        edit.answers(),
                        checked,
                        counties(asked.head().place()),
                        ProjectLists.of(book, asked, edit.answers(), words),
                        edit.lists(),
                        words,
                        key -> messages.getMessage(key, null, locale)));
        model.addAttribute("findings", report == null ? null : FormFindings.besideForm(report, edit.all(), words));
        model.addAttribute("checked", checked);
        model.addAttribute("edit", edit);
        model.addAttribute("list", edit.list(asked).orElse(null));
        return checked;
    }

    /** Whether a script wants what has changed of the list shown, instead of the whole page. */
    public static boolean isOfList(HttpServletRequest request, Model model) {
        return request.getHeader("HX-Request") != null && model.getAttribute("list") != null;
    }

    private List<PlaceName> counties(PlaceName place) {
        return book.places().values().stream()
                .filter(county ->
                        county.level() == Level.COUNTY && county.parent().equals(place.code()))
                .toList();
    }
}
