package plancheck.api.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.reading.SourceText;
import plancheck.facts.Message;
import plancheck.sheet.HandedIn;
import plancheck.sheet.HandedInReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is handed in, and no more of it than a dossier may have. */
public final class DossierBytes {
    /** Media types of a dossier; a request without any is taken for the last. */
    public static final String YAML = "application/yaml";

    public static final String X_YAML = "application/x-yaml";
    public static final String TEXT_YAML = "text/yaml";
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain";
    public static final String BYTES = "application/octet-stream";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String XLS = "application/vnd.ms-excel";

    /** No first line of a dossier is as long. */
    private static final int LONGEST_LINE = 500;

    private static final int BEGINNING = 16;

    private static final JsonMapper MAPPER = new JsonMapper();

    private DossierBytes() {}

    /**
     * The dossier in YAML or JSON; of a workbook the same in YAML.
     *
     * @throws ApiProblem 413 when it is larger than a dossier may be, 422 when its line breaks were lost on the way, or when
     *     a workbook cannot be read
     */
    public static byte[] dossier(HttpServletRequest request, HandedInReader reader) throws IOException {
        byte[] bytes = text(read(request, SourceText.MAX_BYTES), request.getContentType());
        if (HandedInReader.isWorkbook(bytes)) {
            HandedIn read = reader.read(bytes);
            if (read.reading().readable() == null) {
                throw ApiProblem.invalid(read.reading().problems());
            }
            return read.dossier();
        }
        if (lostItsLines(bytes)) {
            throw ApiProblem.invalid(List.of(
                    Problem.error(1, "", Message.of("api.line-breaks-lost"), Message.of("api.use-data-binary"))));
        }
        return bytes;
    }

    /**
     * For operations that take nothing but their address.
     *
     * @throws ApiProblem 400 when something is handed in, which would be passed over
     */
    public static void nothing(HttpServletRequest request) throws IOException {
        String body = new String(read(request, SourceText.MAX_BYTES), StandardCharsets.UTF_8).strip();
        if (!body.isEmpty() && !body.replaceAll("\\s", "").equals("{}")) {
            throw ApiProblem.bad(Message.of("api.takes-no-body"));
        }
    }

    /** A text in JSON is what stands in it: so generated clients send YAML where JSON is one of several types. */
    private static byte[] text(byte[] bytes, @Nullable String type) {
        boolean json = type != null && type.startsWith(JSON);
        if (!json || bytes.length == 0 || bytes[0] != '"') {
            return bytes;
        }
        try {
            return MAPPER.readValue(bytes, String.class).getBytes(StandardCharsets.UTF_8);
        } catch (JacksonException e) {
            return bytes; // its reader says what is wrong with it
        }
    }

    /** YAML has lines, unless it begins with a brace as JSON does, after a byte order mark perhaps. */
    private static boolean lostItsLines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.length() > LONGEST_LINE
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0
                && !text.substring(0, BEGINNING).contains("{");
    }

    /** @throws ApiProblem 413 when it is larger */
    public static byte[] read(HttpServletRequest request, long max) throws IOException {
        if (request.getContentLengthLong() > max) {
            throw ApiProblem.tooLarge(max);
        }
        byte[] bytes = request.getInputStream().readNBytes((int) max + 1);
        if (bytes.length > max) {
            throw ApiProblem.tooLarge(max);
        }
        return bytes;
    }
}
