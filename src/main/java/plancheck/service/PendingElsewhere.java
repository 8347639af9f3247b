package plancheck.service;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;

/**
 * Who has been sent to a provider and is not back yet. A cookie ties him to it; nobody has a session before he is in. The
 * longest-waiting are forgotten when there are too many, and begin again.
 */
final class PendingElsewhere implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String COOKIE = "plancheck-elsewhere";
    private static final int AT_ONCE = 5000;

    private final Map<String, OAuth2AuthorizationRequest> pending = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OAuth2AuthorizationRequest> eldest) {
            return size() > AT_ONCE;
        }
    });
    private final SecureRandom random = new SecureRandom();
    private final boolean secure;

    PendingElsewhere(boolean secure) {
        this.secure = secure;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return key(request)
                .map(pending::get)
                .filter(sent -> sent.getState() != null && sent.getState().equals(request.getParameter("state")))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest sent, HttpServletRequest request, HttpServletResponse response) {
        key(request).ifPresent(pending::remove);
        if (sent != null) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            String key = HexFormat.of().formatHex(bytes);
            pending.put(key, sent);
            ResponseCookie cookie = ResponseCookie.from(COOKIE, key)
                    .path("/")
                    .httpOnly(true)
                    .secure(secure)
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest sent = loadAuthorizationRequest(request);
        if (sent != null) {
            key(request).ifPresent(pending::remove);
        }
        return sent;
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
    }
}
