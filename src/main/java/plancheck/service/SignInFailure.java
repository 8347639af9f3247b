package plancheck.service;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import plancheck.archive.Trouble;

/** Back to the sign-in page; a password that cannot be looked up now is not called wrong. */
final class SignInFailure extends SimpleUrlAuthenticationFailureHandler {
    SignInFailure() {
        super("/login?failed");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (Trouble.of(e).isPresent()) {
            response.sendRedirect(request.getContextPath() + "/login?away");
        } else {
            super.onAuthenticationFailure(request, response, e);
        }
    }
}
