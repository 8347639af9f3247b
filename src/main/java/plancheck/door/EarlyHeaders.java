package plancheck.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has headers and sessions written before an answer leaves. Spring does so when as many characters were written as the
 * buffer has bytes; a page in Chinese leaves at a third of that, and Jetty sends pieces of a quarter of it at once.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EarlyHeaders extends OncePerRequestFilter {
    private static final int PART = 4;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new EarlierResponse(response));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static final class EarlierResponse extends HttpServletResponseWrapper {
        EarlierResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public int getBufferSize() {
            return super.getBufferSize() / PART;
        }
    }
}
