package plancheck.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.report.Report;
import plancheck.report.writing.Wording;
import plancheck.rulebook.Bureau;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.web.frame.Pages;
import plancheck.workflow.Refusal;

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
        model.addAttribute("form", page(asked, edit, checked, locale));
        model.addAttribute(
                "findings", report == null ? null : FormFindings.besideForm(report, edit.all(), bureaus(asked), words));
        model.addAttribute("checked", checked);
        model.addAttribute("edit", edit);
        model.addAttribute("list", edit.list(asked).orElse(null));
        return checked;
    }

    /** Of a project nobody is asked but whoever hands it in. */
    private List<Bureau> bureaus(Questionnaire asked) {
        return asked.project().isPresent() ? List.of() : book.bureaus();
    }

    private FormPage page(Questionnaire asked, FormEdit edit, FormCheck.FormResult checked, Locale locale) {
        Wording words = new Wording(Pages.language(locale));
        return new FormPage(
                asked,
                edit.answers(),
                checked,
                counties(asked.head().place()),
                ProjectLists.of(book, asked, edit.answers(), words),
                edit.lists(),
                edit.view(),
                bureaus(asked),
                words,
                key -> messages.getMessage(key, null, locale));
    }

    /**
     * Adds what a form shows once a part of it is opened, by the action {@code open:} and the part's id. Nothing is checked: the page
     * has its findings.
     *
     * @param parameters of the request: what the form carries of this part, and what settles what is asked
     * @return the page's fragment
     * @throws Refusal when no such part is asked
     */
    public String part(Map<String, String[]> parameters, Locale locale, Model model) {
        FormAnswers answers = FormAnswers.sent(parameters);
        String[] actions = parameters.getOrDefault("action", new String[] {""});
        String id = actions[0].replaceFirst("^open:", "");
        FormEdit edit = FormEdit.unchecked(answers, parameters);
        FormPage form = check.questions(answers)
                .map(asked -> page(asked, edit, FormCheck.FormResult.NONE, locale))
                .orElseThrow(FormModel::noPart);
        model.addAttribute("form", form);
        model.addAttribute("edit", edit);
        Optional<FormSection> section =
                form.sections().stream().filter(one -> one.id().equals(id)).findFirst();
        if (section.isPresent()) {
            model.addAttribute("section", section.get());
            return "check/fields :: section";
        }
        if (id.equals("left") && !form.left().isEmpty()) {
            return "check/fields :: left-over";
        }
        model.addAttribute("q", form.question(id).orElseThrow(FormModel::noPart));
        return "check/fields :: rest";
    }

    private static Refusal noPart() {
        return new Refusal(Refusal.Why.NOT_FOUND, Message.of("web.no-such-part-of-form"));
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
