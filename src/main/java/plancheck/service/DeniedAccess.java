package plancheck.service;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import plancheck.access.KeptSignIn;
import plancheck.archive.Trouble;

/**
 * What becomes of somebody who may not do what he asked for: whoever is not signed in, or no longer, signs in and comes
 * back; whoever has to change his password first is sent there; everybody else is told that it is not for him.
 */
final class DeniedAccess implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final AccessDeniedHandler usual = new AccessDeniedHandlerImpl();
    private final ReturnAddress returnAddress;

    DeniedAccess(ReturnAddress returnAddress) {
        this.returnAddress = returnAddress;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (request.getAttribute(KeptSignIn.UNKNOWN) != null) {
            request.setAttribute(Trouble.class.getName(), Trouble.UNREACHABLE);
            response.setHeader("Retry-After", "5");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (ScriptCall.is(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            boolean changed = request.getAttribute(KeptSignIn.CHANGED) != null;
            response.sendRedirect(request.getContextPath() + (changed ? "/login?changed" : "/login"));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean forged = denied instanceof CsrfException; // or of a session that has ended
        boolean sent = request.getMethod().equals("POST"); // as forms are
        boolean door = request.getRequestURI().equals("/login");
        if (forged && authentication == null && sent && !door) {
            returnAddress.saveRequest(request, response);
            commence(request, response, new SessionEndedException(denied));
        } else if (forged && authentication != null && door) {
            response.sendRedirect(request.getContextPath() + "/home"); // he has signed in in another window meanwhile
        } else if (forged) {
            request.setAttribute(KeptSignIn.OTHER_SESSION, true);
            usual.handle(request, response, denied);
        } else if (isPasswordDue(authentication)) {
            response.sendRedirect(request.getContextPath() + "/account/password");
        } else {
            usual.handle(request, response, denied);
        }
    }

    private static boolean isPasswordDue(@org.jspecify.annotations.Nullable Authentication authentication) {
        return authentication != null
                && authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch("PASSWORD_EXPIRED"::equals);
    }

    /** A form of a session that there is no more. */
    private static final class SessionEndedException extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        SessionEndedException(Throwable cause) {
            super("the session has ended", cause);
        }
    }
}
