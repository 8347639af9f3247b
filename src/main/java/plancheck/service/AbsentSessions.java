package plancheck.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import plancheck.access.KeptSignIn;

/** While the database is away there is no session for whoever only asks whether there is one: Spring asks on every page. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class AbsentSessions extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new AskingRequest(request), response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static final class AskingRequest extends HttpServletRequestWrapper {
        private final HttpServletRequest request;

        AskingRequest(HttpServletRequest request) {
            super(request);
            this.request = request;
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return create
                    ? request.getSession(true)
                    : KeptSignIn.session(request).orElse(null);
        }
    }
}
