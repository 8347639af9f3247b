package plancheck.api.frame;

import java.util.List;
import org.springframework.http.HttpStatus;
import plancheck.archive.Assessment;
import plancheck.dossier.Problem;
import plancheck.facts.Message;
import plancheck.workflow.StoredProblems;

/** What is answered as a problem (RFC 9457) instead of what was asked for. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells a dossier with problems from whatever else cannot be processed. */
    static final String DOSSIER_INVALID = "urn:plancheck:dossier-invalid";

    private final HttpStatus status;
    private final String type;
    private final transient Message detail;
    private final transient List<Problem> errors;

    public ApiProblem(HttpStatus status, Message detail) {
        this(status, "about:blank", detail, List.of());
    }

    public ApiProblem(HttpStatus status, String type, Message detail, List<Problem> errors) {
        super(detail.en());
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    /** The dossier cannot be checked: all that is wrong with it, and the warnings among it. */
    public static ApiProblem invalid(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        return new ApiProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                DOSSIER_INVALID,
                Message.of("api.dossier-with-problems", errors),
                problems);
    }

    /** The same of an assessment that was rejected. */
    public static ApiProblem rejected(Assessment assessment) {
        return invalid(StoredProblems.read(assessment.problems()));
    }

    public static ApiProblem bad(Message detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, detail);
    }

    public static ApiProblem none(Message detail) {
        return new ApiProblem(HttpStatus.NOT_FOUND, detail);
    }

    public static ApiProblem tooLarge(long bytes) {
        long megabytes = bytes / 1024 / 1024;
        return new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, Message.of("api.too-large", megabytes));
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    Message detail() {
        return detail;
    }

    List<Problem> errors() {
        return errors;
    }
}
