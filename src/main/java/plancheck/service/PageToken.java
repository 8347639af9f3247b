package plancheck.service;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import plancheck.access.KeptSignIn;
import plancheck.facts.Digest;

/**
 * The token against forged requests. Whoever is signed in has one that follows from his session's id, which nobody else
 * knows, so that it needs no keeping and outlives a restart; before that a cookie does, and no session is begun for it.
 */
final class PageToken implements CsrfTokenRepository {
    private final CookieCsrfTokenRepository stranger = new CookieCsrfTokenRepository();

    /** @param secure whether the cookie is sent over HTTPS only, as the session's is */
    PageToken(boolean secure) {
        stranger.setCookieName("plancheck-page");
        stranger.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax").path("/"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return stranger.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (KeptSignIn.session(request).isEmpty()) {
            stranger.saveToken(token, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Optional<HttpSession> session = KeptSignIn.session(request);
        return session.isPresent() ? own(session.get()) : stranger.loadToken(request);
    }

    private CsrfToken own(HttpSession session) {
        byte[] secret = ("page " + session.getId()).getBytes(StandardCharsets.UTF_8);
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", Digest.sha256(secret));
    }
}
