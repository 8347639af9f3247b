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
                    "已被他人修改，请重新读取后再改",
                    "It was changed meanwhile; read it again");
        }
        if (e instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        if (e instanceof BindException unbound && unbound.getFieldError() != null) {
            FieldError field = unbound.getFieldError();
            return cannotBe(field.getField(), field.getRejectedValue(), "", "");
        }
        if (e instanceof MissingServletRequestParameterException missing) {
            return missing(missing.getParameterName());
        }
        if (e instanceof MissingServletRequestPartException missing) {
            return missing(missing.getRequestPartName());
        }
        if (e instanceof MissingRequestValueException || e instanceof TypeMismatchException) {
            return ApiProblem.bad("缺少参数，或参数不对：" + e.getMessage(), "A parameter is missing or wrong: " + e.getMessage());
        }
        if (e instanceof RequestRejectedException) {
            return ApiProblem.bad(
                    "请求头里有不能用的字符，只能用字母、数字和半角符号", "A header has characters that it cannot have; it takes visible ASCII");
        }
        if (e instanceof HttpMessageNotReadableException) {
            return unreadable(e.getCause());
        }
        if (e instanceof MaxUploadSizeExceededException) {
            return new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "文件太大", "The file is too large");
        }
        if (e instanceof MultipartException) {
            return ApiProblem.bad("multipart 内容读不下去", "The multipart body cannot be read");
        }
        if (e instanceof ErrorResponse standard) {
            return standard(standard);
        }
        LOG.error("{} {}", request.getMethod(), request.getRequestURI(), e);
        return new ApiProblem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "服务内部出错，请把时间告诉管理员",
                "The service failed; tell its administrator when");
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
                refusal.label(),
                refusal.details().stream()
                        .map(detail -> Problem.error(0, "", detail, Label.of("")))
                        .toList());
    }

    public static ApiProblem missing(String name) {
        return ApiProblem.bad("缺少参数 " + name, "Parameter " + name + " is missing");
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
            return ApiProblem.bad(
                    "请求内容没有字段“" + property + "”，可用：" + String.join("、", known),
                    "The body has no field “" + property + "”; there are " + String.join(", ", known));
        }
        if (cause != null && String.valueOf(cause.getMessage()).startsWith("Duplicate")) {
            return ApiProblem.bad("请求内容中有字段写了两次，请只写一次", "A field of the body is there twice; write it once");
        }
        return property.isEmpty()
                ? ApiProblem.bad("请求内容不是所要求的 JSON，读不下去", "The body is not the JSON that is asked for")
                : ApiProblem.bad(
                        "请求内容中的 " + property + " 不是所要求的样子",
                        "In the body " + property + " is not of the sort that is asked for");
    }

    /** An id that cannot be one is the id of nothing. */
    private static ApiProblem mismatch(MethodArgumentTypeMismatchException e) {
        boolean id =
                e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        boolean day = e.getRequiredType() == LocalDate.class;
        return id
                ? ApiProblem.none("没有“" + e.getValue() + "”", "There is no " + e.getValue())
                : cannotBe(
                        e.getName(),
                        e.getValue(),
                        day ? "，请写作 2025-12-31" : "",
                        day ? "; write a day as 2025-12-31" : "");
    }

    private static ApiProblem cannotBe(String parameter, @Nullable Object value, String zh, String en) {
        return ApiProblem.bad(
                "参数 " + parameter + " 不能是“" + value + "”" + zh,
                "Parameter " + parameter + " cannot be “" + value + "”" + en);
    }

    private static ApiProblem standard(ErrorResponse e) {
        HttpStatus status = Stream.of(HttpStatus.values())
                .filter(s -> s.value() == e.getStatusCode().value())
                .findFirst()
                .orElse(HttpStatus.BAD_REQUEST);
        String zh = switch (status) {
            case NOT_FOUND -> "没有这个路径";
            case METHOD_NOT_ALLOWED -> "这个路径不支持这种方法";
            case UNSUPPORTED_MEDIA_TYPE -> "不支持这种 Content-Type";
            case NOT_ACCEPTABLE -> "给不出 Accept 所要的格式";
            default -> "请求有误";
        };
        String detail = e.getBody().getDetail();
        String en = detail == null ? ProblemBody.title(status) : detail.replaceFirst("\\.$", "");
        List<String> instead = Stream.concat(
                        e.getHeaders().getAllow().stream().map(HttpMethod::name),
                        e.getHeaders().getAccept().stream().map(MediaType::toString))
                .toList();
        return instead.isEmpty()
                ? new ApiProblem(status, zh, en)
                : new ApiProblem(
                        status,
                        zh + "，可用：" + String.join("、", instead),
                        en + "; there are " + String.join(", ", instead));
    }
}
