package plancheck.api.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import plancheck.archive.DatabaseWatch;
import plancheck.archive.Trouble;
import plancheck.dossier.Problem;
import plancheck.facts.Label;
import plancheck.facts.Language;
import plancheck.facts.Message;
import plancheck.workflow.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Whatever goes wrong below {@code /api/} is answered as {@code application/problem+json}. No controller advice: those of
 * a package do not see what goes wrong before a controller is found.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class ApiErrors implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final DatabaseWatch database;

    ApiErrors(DatabaseWatch database) {
        this.database = database;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!isOfTheApi(request)) {
            return null;
        }
        try {
            Optional<Trouble> trouble = database.trouble(e);
            if (!response.isCommitted() && trouble.isPresent()) {
                request.setAttribute(Trouble.class.getName(), trouble.get());
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else if (!response.isCommitted()) {
                answer(request, response, e);
            } else {
                LOG.warn("{} broke off: {}", request.getRequestURI(), e.toString());
            }
        } catch (IOException gone) {
            LOG.debug("the client has gone", gone);
        }
        return new ModelAndView();
    }

    /** Whether the API answers it, or its description. */
    static boolean isOfTheApi(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length()) + "/";
        return path.startsWith("/api/") || path.startsWith("/v3/");
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Exception e)
            throws IOException {
        if (e instanceof ErrorResponse standard) {
            HttpHeaders headers = standard.getHeaders();
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        ProblemResponse.write(response, request, problem(request, e));
    }

    /** The language of the answer: that of {@code lang}, else what Accept-Language likes better, else Chinese. */
    public static Language language(HttpServletRequest request) {
        // Not by getParameter, which would read a body that nobody may be able to read.
        List<String> query = List.of(String.valueOf(request.getQueryString()).split("&"));
        if (query.contains("lang=en") || query.contains("lang=zh")) {
            return query.contains("lang=en") ? Language.EN : Language.ZH;
        }
        boolean asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
        boolean english = Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(Set.of("zh", "en")::contains)
                .findFirst()
                .filter("en"::equals)
                .isPresent();
        return asked && english ? Language.EN : Language.ZH;
    }

    private static ApiProblem problem(HttpServletRequest request, Exception e) {
        if (e instanceof ApiProblem problem) {
            return problem;
        }
        if (e instanceof Refusal refusal) {
            return of(refusal);
        }
        if (e instanceof OptimisticLockingFailureException) {
            boolean expected = request.getHeader(HttpHeaders.IF_MATCH) != null;
            return new ApiProblem(
                    expected ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT,
                    Message.of("api.changed-meanwhile"));
        }
        if (e instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        if (e instanceof BindException unbound && unbound.getFieldError() != null) {
            FieldError field = unbound.getFieldError();
            return ApiProblem.bad(Message.of("api.parameter-impossible", field.getField(), field.getRejectedValue()));
        }
        if (e instanceof MissingServletRequestParameterException missing) {
            return missing(missing.getParameterName());
        }
        if (e instanceof MissingServletRequestPartException missing) {
            return missing(missing.getRequestPartName());
        }
        if (e instanceof MissingRequestValueException || e instanceof TypeMismatchException) {
            return ApiProblem.bad(Message.of("api.parameter-wrong", e.getMessage()));
        }
        if (e instanceof RequestRejectedException) {
            return ApiProblem.bad(Message.of("api.header-characters"));
        }
        if (e instanceof HttpMessageNotReadableException) {
            return unreadable(e.getCause());
        }
        if (e instanceof MaxUploadSizeExceededException) {
            return new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, Message.of("api.file-is-too-large"));
        }
        if (e instanceof MultipartException) {
            return ApiProblem.bad(Message.of("api.no-multipart"));
        }
        if (e instanceof ErrorResponse standard) {
            return standard(standard);
        }
        LOG.error("{} {}", request.getMethod(), request.getRequestURI(), e);
        return new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, Message.of("api.service-failed"));
    }

    public static ApiProblem of(Refusal refusal) {
        HttpStatus status = switch (refusal.why()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case NO_ROOM -> HttpStatus.INSUFFICIENT_STORAGE;
            case DAMAGED -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
        return new ApiProblem(
                status,
                "about:blank",
                refusal.message(),
                refusal.details().stream()
                        .map(detail -> Problem.error(0, "", detail, Label.of("")))
                        .toList());
    }

    public static ApiProblem missing(String name) {
        return ApiProblem.bad(Message.of("api.parameter-missing", name));
    }

    /** Names the property that there is not, or that is of another sort than asked for, where there is one. */
    private static ApiProblem unreadable(@Nullable Throwable cause) {
        if (cause instanceof ApiProblem problem) {
            return problem;
        }
        String property = cause instanceof DatabindException e
                ? e.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(Objects::nonNull)
                        .reduce("", (path, name) -> path.isEmpty() ? name : path + "." + name)
                : "";
        if (cause instanceof UnrecognizedPropertyException e && e.getKnownPropertyIds() != null) {
            List<String> known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            return ApiProblem.bad(Message.of("api.unknown-property", property, known));
        }
        if (cause != null && String.valueOf(cause.getMessage()).startsWith("Duplicate")) {
            return ApiProblem.bad(Message.of("api.field-twice"));
        }
        return property.isEmpty()
                ? ApiProblem.bad(Message.of("api.no-such-json"))
                : ApiProblem.bad(Message.of("api.field-of-wrong-sort", property));
    }

    /** An id that cannot be one is the id of nothing. */
    private static ApiProblem mismatch(MethodArgumentTypeMismatchException e) {
        boolean id =
                e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        boolean day = e.getRequiredType() == LocalDate.class;
        return id
                ? ApiProblem.none(Message.of("api.nothing-such", e.getValue()))
                : ApiProblem.bad(Message.of(
                        day ? "api.parameter-is-no-day" : "api.parameter-impossible", e.getName(), e.getValue()));
    }

    private static ApiProblem standard(ErrorResponse e) {
        HttpStatus status = Stream.of(HttpStatus.values())
                .filter(s -> s.value() == e.getStatusCode().value())
                .findFirst()
                .orElse(HttpStatus.BAD_REQUEST);
        Message what = Message.of(
                switch (status) {
                    case NOT_FOUND -> "api.no-such-path";
                    case METHOD_NOT_ALLOWED -> "api.method-not-allowed";
                    case UNSUPPORTED_MEDIA_TYPE -> "api.unsupported-media-type";
                    case NOT_ACCEPTABLE -> "api.no-acceptable-format";
                    default -> "api.request-malformed";
                });
        List<String> instead = Stream.concat(
                        e.getHeaders().getAllow().stream().map(HttpMethod::name),
                        e.getHeaders().getAccept().stream().map(MediaType::toString))
                .toList();
        return new ApiProblem(status, instead.isEmpty() ? what : Message.of("api.with-instead", what, instead));
    }
}
