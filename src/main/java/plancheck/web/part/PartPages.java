package plancheck.web.part;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;
import plancheck.archive.CollectionPart;
import plancheck.dossier.Problem;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Message;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.DossierWorkbook;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormEdit;
import plancheck.web.form.FormModel;
import plancheck.web.form.FormSize;
import plancheck.web.frame.FileController;
import plancheck.web.frame.Pages;
import plancheck.workflow.BureauPart;
import plancheck.workflow.PartDesk;
import plancheck.workflow.Refusal;

/** The form of a part: every request saves what it brings; it is handed back when its button says so. */
@Component
class PartPages {
    private static final MediaType XLSX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final PartDesk desk;
    private final FormCheck check;
    private final FormModel page;
    private final DossierWorkbook workbooks;

    PartPages(PartDesk desk, FormCheck check, FormModel page, RuleBook book) {
        this.desk = desk;
        this.check = check;
        this.page = page;
        this.workbooks = new DossierWorkbook(book);
    }

    /**
     * What a page of a part needs.
     *
     * @param base where the part is found
     * @param version of the part that the page's next changes are made to
     * @param page made anew whenever the form is opened
     */
    record PartView(PartDesk.OpenedPart part, String base, long version, UUID page) {}

    /** The form as it was left. */
    String show(PartDesk.OpenedPart part, String base, HttpServletRequest request, Locale locale, Model model) {
        FormAnswers answers = check.read(part.content());
        FormSize.of(answers).demand();
        FormEdit edit = FormEdit.at(check.filled(answers), opened(request));
        return show(part, base, part.version(), edit, locale, model);
    }

    private String show(
            PartDesk.OpenedPart part, String base, long version, FormEdit edit, Locale locale, Model model) {
        page.show(part.asked().asked(), edit, locale, model);
        model.addAttribute("view", new PartView(part, base, version, UUID.randomUUID()));
        model.addAttribute("base", base);
        return "part/form";
    }

    /** @param seen the version that the page was made of */
    String form(
            PartDesk.OpenedPart part,
            String base,
            @Nullable Long seen,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        FormEdit edit = FormEdit.sent(check, opened(request), part.asked().head());
        byte[] content = edit.filled().dossier();
        Optional<CollectionPart> saved = saved(part, seen, page(request), content);
        boolean back = "back".equals(request.getParameter("action"));
        if (saved.isPresent() && back) {
            desk.handBack(part, part.way(), content);
            return "redirect:" + base + "?returned";
        }
        model.addAttribute("overtaken", saved.isEmpty());
        String view = show(part, base, version(saved, seen), edit, locale, model);
        if (FormModel.isOfList(request, model)) {
            return view + " :: changed";
        } else if (saved.isEmpty()) {
            response.setStatus(409);
        }
        return view;
    }

    /** The findings alone, with the word that it was saved. */
    String findings(
            PartDesk.OpenedPart part,
            String base,
            @Nullable Long seen,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        FormEdit edit =
                FormEdit.forFindings(check, opened(request), part.asked().head());
        Optional<CollectionPart> saved =
                saved(part, seen, page(request), edit.filled().dossier());
        model.addAttribute("overtaken", saved.isEmpty());
        model.addAttribute("fresh", true);
        return show(part, base, version(saved, seen), edit, locale, model) + " :: saved-and-findings";
    }

    /** A part is short enough to be shown whole. */
    private static Map<String, String[]> opened(HttpServletRequest request) {
        Map<String, String[]> parameters = new LinkedHashMap<>(request.getParameterMap());
        parameters.put("open", new String[] {"all"});
        return parameters;
    }

    /** Which opening of the form sent it; one that does not say is none that was before. */
    private static UUID page(HttpServletRequest request) {
        String page = Optional.ofNullable(request.getParameter("page")).orElse("");
        return page.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(page) : UUID.randomUUID();
    }

    /** Empty when somebody else has filled in something meanwhile. */
    private Optional<CollectionPart> saved(PartDesk.OpenedPart part, @Nullable Long seen, UUID page, byte[] content) {
        try {
            return Optional.of(desk.save(part, seen == null ? -1 : seen, page, content));
        } catch (OptimisticLockingFailureException e) {
            return Optional.empty();
        }
    }

    private static long version(Optional<CollectionPart> saved, @Nullable Long seen) {
        Long version = saved.map(CollectionPart::version).orElse(seen);
        return version == null ? -1 : version;
    }

    /** Hands the part back as it stands in a file. */
    String upload(
            PartDesk.OpenedPart part,
            String base,
            MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        DossierForm.Fields fields = check.fields(file.getBytes());
        try {
            if (fields.values().isEmpty()) {
                List<Message> said =
                        fields.problems().stream().map(Problem::inWords).toList();
                throw new Refusal(Refusal.Why.INVALID, Message.of("web.file-unreadable"), said);
            }
            FormAnswers answers = new FormAnswers(fields.values());
            FormSize.of(answers).demand();
            desk.handBack(part, "workbook", check.dossier(answers));
            return "redirect:" + base + "?returned";
        } catch (Refusal refusal) {
            response.setStatus(Pages.status(refusal).value());
            model.addAttribute("refusal", refusal);
            return show(part, base, request, locale, model);
        }
    }

    /** The part as a workbook, with what is filled in. */
    ResponseEntity<byte[]> workbook(PartDesk.OpenedPart part) {
        BureauPart asked = part.asked();
        byte[] workbook = workbooks.of(
                asked.bureau(), asked.asked(), check.read(part.content()).values());
        String name = asked.asked().head().place().name()
                + asked.asked().head().asOf().getYear() + "-"
                + asked.bureau().name().zh() + ".xlsx";
        return FileController.saved(workbook, name, XLSX);
    }
}
