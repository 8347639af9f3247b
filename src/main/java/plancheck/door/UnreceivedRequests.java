package plancheck.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what could not be received, with the usual page or problem and a line in the log. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnreceivedRequests extends OncePerRequestFilter {
    /** The attribute with the status to refuse with. */
    static final String STATUS = UnreceivedRequests.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(UnreceivedRequests.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(STATUS) instanceof Integer status) {
            LOG.info("what was sent to {} could not be received: {}", request.getRequestURI(), status);
            response.setHeader("Connection", "close");
            response.sendError(status);
        } else {
            chain.doFilter(request, response);
        }
    }
}
