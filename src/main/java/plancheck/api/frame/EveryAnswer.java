package plancheck.api.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import plancheck.rulebook.RuleBook;

/**
 * Every answer of the API says by which rule book it was given and that it may be had in another language, a refusal too;
 * and every refusal is a problem.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EveryAnswer extends OncePerRequestFilter {
    static final String RULEBOOK = "Plancheck-Rulebook";

    private final String value;

    EveryAnswer(RuleBook book) {
        this.value = book.version() + "; digest=" + book.digest();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiErrors.isOfTheApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(RULEBOOK, value);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        chain.doFilter(request, new ProblemResponse(request, response));
    }
}
