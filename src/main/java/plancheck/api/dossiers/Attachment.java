package plancheck.api.dossiers;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import plancheck.api.frame.ApiErrors;
import plancheck.api.frame.ApiProblem;
import plancheck.facts.Message;

/**
 * A file and what it proves, out of a form.
 *
 * @param figure JSON pointer
 * @param name as the sender's machine named it
 */
record Attachment(String figure, String name, byte[] content) {
    private static final String FIGURE = "figure";
    private static final String FILE = "file";

    /** @throws ApiProblem 400 when a field is missing, there twice, or there is none of its name */
    static Attachment of(HttpServletRequest request, @Nullable String figure, @Nullable MultipartFile file)
            throws IOException, ServletException {
        List<String> fields = new ArrayList<>();
        for (Part part : request.getParts()) {
            fields.add(part.getName());
        }
        // Earlier descriptions of the API had it in the query.
        if (String.valueOf(request.getQueryString()).matches("(.*&)?" + FIGURE + "=.*")) {
            fields.add(FIGURE);
        }
        for (String field : fields) {
            if (!List.of(FIGURE, FILE).contains(field)) {
                throw ApiProblem.bad(Message.of("api.unknown-form-field", field));
            }
            if (fields.indexOf(field) != fields.lastIndexOf(field)) {
                throw ApiProblem.bad(Message.of("api.named-field-twice", field));
            }
        }
        if (figure == null || file == null) {
            throw ApiErrors.missing(figure == null ? FIGURE : FILE);
        }
        String name = file.getOriginalFilename();
        return new Attachment(figure, name == null ? "" : name, file.getBytes());
    }
}
