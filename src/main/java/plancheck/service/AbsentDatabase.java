package plancheck.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import plancheck.archive.DatabaseWatch;
import plancheck.archive.Trouble;

/**
 * Answers 503 with what is the matter wherever a request fails because the database does, be it in a controller or long
 * before. What would only be saved on a full disk is not begun; the self-check saves nothing and goes on. It stands within what makes problems of the API's errors, and around sessions and signing in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AbsentDatabase extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final DatabaseWatch database;

    AbsentDatabase(DatabaseWatch database) {
        this.database = database;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (saves(request) && database.isFull()) {
            told(request, response, Trouble.DISK_FULL);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            Optional<Trouble> trouble = database.trouble(e);
            if (trouble.isEmpty() || response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            told(request, response, trouble.get());
        }
    }

    private static boolean saves(HttpServletRequest request) {
        boolean reads = READING.contains(request.getMethod());
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !reads && !path.equals("/check") && !path.startsWith("/check/");
    }

    private static void told(HttpServletRequest request, HttpServletResponse response, Trouble trouble)
            throws IOException {
        request.setAttribute(Trouble.class.getName(), trouble);
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
