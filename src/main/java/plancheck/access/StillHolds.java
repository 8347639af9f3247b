package plancheck.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import plancheck.archive.Trouble;

/** Ends a session as soon as its account is disabled, or its roles, place or password are changed. */
public final class StillHolds extends OncePerRequestFilter {
    private final People people;

    private final RequestMatcher open;

    /** @param open what may be seen by anybody; there nobody is turned away because it cannot be told who he is */
    public StillHolds(People people, RequestMatcher open) {
        this.people = people;
        this.open = open;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn signedIn
                && !holds(signedIn, request)) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            response.sendRedirect(request.getContextPath() + "/login?changed");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean holds(SignedIn signedIn, HttpServletRequest request) {
        try {
            return people.stillHolds(signedIn);
        } catch (RuntimeException e) {
            if (Trouble.of(e).isEmpty() || !open.matches(request)) {
                throw e;
            }
            SecurityContextHolder.clearContext();
            return true;
        }
    }
}
