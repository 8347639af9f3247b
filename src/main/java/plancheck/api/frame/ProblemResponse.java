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
import plancheck.facts.Label;
import plancheck.facts.Language;
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

    private Label why(HttpStatus status) {
        if (status == HttpStatus.BAD_REQUEST && request.getRequestURI().contains("//")) {
            return new Label("路径里有空的一段（//），是否少写了编号？", "A part of the path is empty (//); is an id missing?");
        }
        if (request.getAttribute(Trouble.class.getName()) instanceof Trouble trouble) {
            setHeader(HttpHeaders.RETRY_AFTER, "10");
            return trouble.label();
        }
        return switch (status) {
            case UNAUTHORIZED ->
                new Label("需要有效的令牌：Authorization: Bearer …", "It takes a valid token: Authorization: Bearer …");
            case FORBIDDEN ->
                request.getAttribute(Scope.MISSING) instanceof Scope scope
                        ? Label.filled("这个令牌没有所需的权限 %s", "This token lacks the scope %s", scope.id())
                        : new Label("这个令牌没有所需的权限", "This token lacks the scope for it");
            case REQUEST_TIMEOUT ->
                new Label(
                        "内容传得太慢，没有收完，也没有处理", "It was sent too slowly, so it was not received whole; nothing was done");
            case CONTENT_TOO_LARGE -> new Label("内容太大：文件不超过20兆字节", "It is too large: a file may have 20 MB");
            default -> new Label("请求有误，没有处理", ProblemBody.title(status));
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
