package plancheck.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Sees every failure of a request: one that nobody answered for is written down, unless it was only what somebody sent;
 * and memory that is used up must not pass for one of many.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Failures extends OncePerRequestFilter implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException | Error e) {
            OutOfMemory.endIf(e);
            if (!isOfTheSender(e)) {
                LOG.error("{} {}", request.getMethod(), request.getRequestURI(), e);
            }
            throw e;
        }
    }

    private static boolean isOfTheSender(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof HttpException http && http.getCode() < 500 || cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        OutOfMemory.endIf(e);
        return null;
    }
}
