package plancheck.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the door who was let in with an account. It comes last: after whoever finds out who is calling. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Acquaintance extends OncePerRequestFilter {
    private final Regulars regulars;

    Acquaintance(Regulars regulars) {
        this.regulars = regulars;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(Caller.SHOWN) instanceof String shown && !shown.isEmpty()) {
            if (request.getUserPrincipal() != null) {
                regulars.remember(shown);
            } else {
                regulars.forget(shown);
            }
        }
        chain.doFilter(request, response);
    }
}
