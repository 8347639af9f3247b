package plancheck.api.frame;

import java.util.List;
import org.springframework.http.HttpStatus;
import plancheck.archive.Assessment;
import plancheck.dossier.Problem;
import plancheck.facts.Label;
import plancheck.workflow.StoredProblems;

/** What is answered as a problem (RFC 9457) instead of what was asked for. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells a dossier with problems from whatever else cannot be processed. */
    static final String DOSSIER_INVALID = "urn:plancheck:dossier-invalid";

    private final HttpStatus status;
    private final String type;
    private final transient Label detail;
    private final transient List<Problem> errors;

    public ApiProblem(HttpStatus status, String zh, String en) {
        this(status, "about:blank", new Label(zh, en), List.of());
    }

    public ApiProblem(HttpStatus status, String type, Label detail, List<Problem> errors) {
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
                Label.filled("材料有%s处问题，没有得出结论", "Problems in the dossier: %s; there is no verdict", errors),
                problems);
    }

    /** The same of an assessment that was rejected. */
    public static ApiProblem rejected(Assessment assessment) {
        return invalid(StoredProblems.read(assessment.problems()));
    }

    public static ApiProblem bad(String zh, String en) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, zh, en);
    }

    public static ApiProblem none(String zh, String en) {
        return new ApiProblem(HttpStatus.NOT_FOUND, zh, en);
    }

    public static ApiProblem tooLarge(long bytes) {
        long megabytes = bytes / 1024 / 1024;
        return new ApiProblem(
                HttpStatus.CONTENT_TOO_LARGE, "内容超过" + megabytes + "兆字节的上限", "Larger than " + megabytes + " MB");
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    Label detail() {
        return detail;
    }

    List<Problem> errors() {
        return errors;
    }
}
