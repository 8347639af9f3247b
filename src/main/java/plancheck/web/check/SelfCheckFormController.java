package plancheck.web.check;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import plancheck.dossier.asking.Questionnaire;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormEdit;
import plancheck.web.form.FormModel;

/** The form of a self-check while it is filled in: everything is in the page, nothing is kept here. */
@Controller
@RequestMapping("/check")
class SelfCheckFormController {
    private final FormCheck check;
    private final FormModel page;

    SelfCheckFormController(FormCheck check, FormModel page) {
        this.check = check;
        this.page = page;
    }

    @PostMapping("/form")
    String form(HttpServletRequest request, Locale locale, Model model) {
        return show("check/form", FormEdit.sent(check, request.getParameterMap(), Map.of()), request, locale, model);
    }

    /** The findings alone. */
    @PostMapping("/findings")
    String findings(HttpServletRequest request, Locale locale, Model model) {
        FormEdit edit = FormEdit.forFindings(check, request.getParameterMap(), Map.of());
        return show("check/findings :: findings", edit, request, locale, model);
    }

    /** What a part of the form asks, once it is opened; nothing else of the form is sent for it. */
    @PostMapping("/part")
    String part(HttpServletRequest request, Locale locale, Model model) {
        model.addAttribute("base", "/check");
        return page.part(request.getParameterMap(), locale, model);
    }

    private String show(String view, FormEdit edit, HttpServletRequest request, Locale locale, Model model) {
        Optional<Questionnaire> asked = check.questions(edit.answers());
        if (asked.isEmpty()) {
            return "redirect:/check";
        }
        page.show(asked.get(), edit, locale, model);
        model.addAttribute("base", "/check"); // the fragment alone does not get it from the page
        model.addAttribute("otherLanguage", "#language");
        return FormModel.isOfList(request, model) ? "check/fields :: changed" : view;
    }
}
