package plancheck.web.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/** What a browser without scripts would send of a dossier's form, as the page has it. */
public final class PageForm {
    private PageForm() {}

    /** The fields by name, with their values. */
    public static Map<String, String> of(String page) {
        if (!(Jsoup.parse(page).getElementById("dossier") instanceof FormElement form)) {
            throw new AssertionError("no form in: " + page.substring(0, Math.min(2000, page.length())));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        return fields;
    }
}
