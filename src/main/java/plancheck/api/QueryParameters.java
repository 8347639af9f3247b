package plancheck.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A parameter that an operation does not have is refused. Passed over, a misspelt filter would let everything through, and
 * one page would come again and again.
 */
@Component
class QueryParameters implements HandlerInterceptor, WebMvcConfigurer {
    /** Of every operation, see {@link ApiErrors#language}. */
    static final String LANG = "lang";

    static final KnownValues LANGUAGES = KnownValues.of(List.of("zh", "en"));

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    /** @throws ApiProblem 400 for a parameter that there is not, or a language */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation) {
            List<String> known =
                    Stream.concat(names(operation.getMethod()), Stream.of(LANG)).toList();
            // Not the request's own parameters: they would be read from the body, too.
            UriComponentsBuilder.newInstance()
                    .query(request.getQueryString())
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> {
                        if (!known.contains(name)) {
                            throw ApiProblem.bad(
                                    "没有参数“" + name + "”，可用：" + String.join("、", known),
                                    "There is no parameter “" + name + "”; there are " + String.join(", ", known));
                        }
                        if (name.equals(LANG)) {
                            LANGUAGES.check(LANG, values);
                        }
                    });
        }
        return true;
    }

    private static Stream<String> names(Method operation) {
        return Stream.of(operation.getParameters()).flatMap(QueryParameters::names);
    }

    private static Stream<String> names(Parameter parameter) {
        RequestParam single = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestParam.class);
        if (single != null) {
            return Stream.of(single.name().isEmpty() ? parameter.getName() : single.name());
        }
        return parameter.isAnnotationPresent(ParameterObject.class)
                ? Stream.of(parameter.getType().getRecordComponents()).map(RecordComponent::getName)
                : Stream.empty();
    }
}
