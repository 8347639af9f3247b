package plancheck.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import plancheck.rulebook.RuleBook;

/** Every answer of the API says by which rule book it was given, a refusal too; and every refusal is a problem. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RuleBookHeader extends OncePerRequestFilter {
    static final String NAME = "Plancheck-Rulebook";

    private final String value;

    RuleBookHeader(RuleBook book) {
        this.value = book.version() + "; digest=" + book.digest();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiErrors.isOfTheApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(NAME, value);
        chain.doFilter(request, new ProblemResponse(request, response));
    }
}
