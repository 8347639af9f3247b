package plancheck.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import plancheck.archive.DatabaseWatch;
import plancheck.archive.Trouble;

/**
 * Answers 503 with what is the matter wherever a request fails because the database does, be it in a controller or long
 * before. It stands within what makes problems of the API's errors, and around sessions and signing in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class WhenAway extends OncePerRequestFilter {
    private final DatabaseWatch database;

    WhenAway(DatabaseWatch database) {
        this.database = database;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            Optional<Trouble> trouble = database.trouble(e);
            if (trouble.isEmpty() || response.isCommitted()) {
                throw e;
            }
            request.setAttribute(Trouble.class.getName(), trouble.get());
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
