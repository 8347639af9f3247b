package plancheck.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import plancheck.dossier.SourceText;

/** Reads what is handed in, and no more of it than a dossier may have. */
final class HandedIn {
    /** Media types of a dossier; a request without any is taken for the last. */
    static final String YAML = "application/yaml";

    static final String X_YAML = "application/x-yaml";
    static final String JSON = "application/json";
    static final String TEXT = "text/plain";
    static final String BYTES = "application/octet-stream";

    private HandedIn() {}

    /** @throws ApiProblem 413 when it is larger than a dossier may be */
    static byte[] dossier(HttpServletRequest request) throws IOException {
        return read(request, SourceText.MAX_BYTES);
    }

    /** @throws ApiProblem 413 when it is larger */
    static byte[] read(HttpServletRequest request, long max) throws IOException {
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
