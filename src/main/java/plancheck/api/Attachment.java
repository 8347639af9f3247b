package plancheck.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file and what it proves, out of a form.
 *
 * @param figure JSON pointer
 * @param name as the sender's machine named it, in UTF-8 or GBK
 */
record Attachment(String figure, String name, byte[] content) {
    private static final String FIGURE = "figure";
    private static final String FILE = "file";
    private static final Charset GBK = Charset.forName("GB18030");

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
                throw ApiProblem.bad(
                        "表单没有字段“" + field + "”，可用：figure、file",
                        "The form has no field “" + field + "”; there are figure, file");
            }
            if (fields.indexOf(field) != fields.lastIndexOf(field)) {
                throw ApiProblem.bad(
                        "字段 " + field + " 写了两次，请只写一次", "Field " + field + " is there twice; write it once");
            }
        }
        if (figure == null || file == null) {
            throw ApiErrors.missing(figure == null ? FIGURE : FILE);
        }
        String name = file.getOriginalFilename();
        return new Attachment(decoded(figure), decoded(name == null ? "" : name), file.getBytes());
    }

    /** What was read byte by byte, see {@link RequestBodies}; what has other characters was told its encoding. */
    private static String decoded(String read) {
        if (read.chars().anyMatch(c -> c > 0xFF)) {
            return read;
        }
        byte[] bytes = read.getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(StandardCharsets.UTF_8, GBK)
                .flatMap(charset -> strictly(bytes, charset).stream())
                .findFirst()
                .orElse(read);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
