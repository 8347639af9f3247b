package plancheck.api.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;
import plancheck.facts.Message;

/**
 * What a query says is done or refused: a parameter that an operation does not have, one that is said twice where it has
 * one value, and one without a value. Passed over, a misspelt filter would let everything through, and one page would come
 * again and again.
 */
@Component
class QueryParameters implements HandlerInterceptor, WebMvcConfigurer {
    /** Of every operation, see {@link ApiErrors#language}. */
    static final String LANG = "lang";

    static final KnownValues LANGUAGES = KnownValues.of(List.of("zh", "en"));

    /** Words to look for; none are found everywhere. */
    private static final String WORDS = "q";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    /** @throws ApiProblem 400 for a parameter that there is not, that is said twice or is empty, or a language */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation) {
            List<KnownParameter> known = Stream.concat(
                            known(operation.getMethod()), Stream.of(new KnownParameter(LANG, false)))
                    .toList();
            // Not the request's own parameters: they would be read from the body, too.
            UriComponentsBuilder.newInstance()
                    .query(request.getQueryString())
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> check(known, name, values));
        }
        return true;
    }

    private static void check(List<KnownParameter> all, String name, List<@Nullable String> values) {
        KnownParameter known = all.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, all));
        if (values.size() > 1 && !known.isList()) {
            throw ApiProblem.bad(Message.of("api.parameter-repeated", name, values.size()));
        }
        if (!name.equals(WORDS) && values.stream().anyMatch(QueryParameters::isEmpty)) {
            throw ApiProblem.bad(Message.of("api.parameter-without-value", name));
        }
        if (name.equals(LANG)) {
            LANGUAGES.check(LANG, values.stream().map(String::valueOf).toList());
        }
    }

    private static ApiProblem unknown(String name, List<KnownParameter> all) {
        List<String> names = all.stream().map(KnownParameter::name).toList();
        return ApiProblem.bad(Message.of("api.unknown-parameter", name, names));
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.replaceAll("%20|\\+", "").isBlank();
    }

    /**
     * A parameter that an operation has.
     *
     * @param isList whether it may be repeated
     */
    private record KnownParameter(String name, boolean isList) {}

    private static Stream<KnownParameter> known(Method operation) {
        return Stream.of(operation.getParameters()).flatMap(QueryParameters::known);
    }

    private static Stream<KnownParameter> known(Parameter parameter) {
        RequestParam single = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestParam.class);
        if (single != null && parameter.getType() != MultipartFile.class) {
            return Stream.of(new KnownParameter(
                    single.name().isEmpty() ? parameter.getName() : single.name(), isList(parameter.getType())));
        }
        return parameter.isAnnotationPresent(ParameterObject.class)
                ? Stream.of(parameter.getType().getRecordComponents())
                        .map(component -> new KnownParameter(component.getName(), isList(component.getType())))
                : Stream.empty();
    }

    private static boolean isList(Class<?> type) {
        return Collection.class.isAssignableFrom(type);
    }
}
