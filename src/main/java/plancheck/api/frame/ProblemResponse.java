package plancheck.api.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import plancheck.access.Scope;
import plancheck.archive.Trouble;
import plancheck.facts.Language;
import plancheck.facts.Message;
import plancheck.report.writing.Json;

/** Answers with a problem where the container would show its page for errors: whatever is refused before Spring MVC. */
final class ProblemResponse extends HttpServletResponseWrapper {
    private final HttpServletRequest request;

    ProblemResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
        HttpStatus known = HttpStatus.resolve(status);
        HttpStatus answered = known == null ? HttpStatus.BAD_REQUEST : known;
        write(this, request, new ApiProblem(answered, "about:blank", why(answered), List.of()));
    }

    private Message why(HttpStatus status) {
        if (status == HttpStatus.BAD_REQUEST && request.getRequestURI().contains("//")) {
            return Message.of("api.empty-path-part");
        }
        if (request.getAttribute(Trouble.class.getName()) instanceof Trouble trouble) {
            setHeader(HttpHeaders.RETRY_AFTER, "10");
            return trouble.message();
        }
        return switch (status) {
            case UNAUTHORIZED -> Message.of("api.token-needed");
            case FORBIDDEN ->
                request.getAttribute(Scope.MISSING) instanceof Scope scope
                        ? Message.of("api.token-lacks-named-scope", scope.id())
                        : Message.of("api.token-lacks-scope");
            case REQUEST_TIMEOUT -> Message.of("api.sent-too-slowly");
            case CONTENT_TOO_LARGE -> Message.of("api.body-too-large");
            default -> Message.of("api.request-malformed");
        };
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        sendError(status); // the message is for those who run the service
    }

    /** Writes a problem in the language the client asks for. */
    static void write(HttpServletResponse response, HttpServletRequest request, ApiProblem problem) throws IOException {
        Language language = ApiErrors.language(request);
        response.resetBuffer();
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", language == Language.EN ? "en" : "zh-CN");
        response.getOutputStream()
                .write(Json.MAPPER.writeValueAsBytes(ProblemBody.of(problem, language, request.getRequestURI())));
    }
}
