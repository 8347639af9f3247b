package plancheck.web.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What a browser without scripts would send of a dossier's form, as the page has it. */
public final class PageForm {
    private static final Pattern FORM = Pattern.compile("<form id=\"dossier\".*?</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile(
            "<input([^>]*)>|<select([^>]*)>(.*?)</select>|<textarea([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\"[^>]*selected");

    private PageForm() {}

    /** The fields by name, with their values. */
    public static Map<String, String> of(String page) {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new AssertionError("no form in: " + page.substring(0, Math.min(2000, page.length())));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(form.group());
        while (field.find()) {
            String tag =
                    field.group(1) != null ? field.group(1) : field.group(2) != null ? field.group(2) : field.group(4);
            String name = first(NAME, tag);
            if (!name.isEmpty()) {
                fields.put(
                        name,
                        field.group(1) != null
                                ? first(VALUE, tag)
                                : field.group(2) != null
                                        ? first(CHOSEN, field.group(3))
                                        : HtmlUtils.htmlUnescape(field.group(5)));
            }
        }
        return fields;
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }
}
