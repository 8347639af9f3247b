package plancheck.service;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * Where somebody comes back to after signing in: the page he asked for, or the one whose form he sent. It is kept in a
 * cookie of his own as a path of this service, so that nobody needs a session for it and no link leads elsewhere.
 */
final class ReturnAddress implements RequestCache {
    private static final String COOKIE = "plancheck-back";

    /** A longer one is not worth its place in each request. */
    private static final int LENGTH = 1000;

    private final boolean secure;

    ReturnAddress(boolean secure) {
        this.secure = secure;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        boolean shown = accepted == null || accepted.contains("text/html");
        if (shown && !ScriptCall.is(request)) {
            page(request).filter(ReturnAddress::isOurs).ifPresent(path -> set(response, encoded(path), -1));
        }
    }

    /** The page itself; or the page that a form was on, which its browser names. */
    static Optional<String> page(HttpServletRequest request) {
        if (request.getMethod().equals("GET")) {
            String query = request.getQueryString();
            return Optional.of(request.getRequestURI() + (query == null ? "" : "?" + query));
        }
        String referrer = request.getHeader(HttpHeaders.REFERER);
        try {
            return Optional.ofNullable(referrer)
                    .map(URI::create)
                    .filter(page -> request.getServerName().equalsIgnoreCase(page.getHost()))
                    .map(page -> page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One slash, and then a name: what browsers take for another host begins otherwise. */
    private static boolean isOurs(String path) {
        return path.length() <= LENGTH && path.matches("/[\\w].*") && !path.startsWith("/login");
    }

    /** Once: whoever signs in again later has not asked for it. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        removeRequest(request, response);
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null
                ? null
                : decoded(cookie.getValue()).map(SimpleSavedRequest::new).orElse(null);
    }

    /** What was sent then is not done again; the page is shown. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            set(response, "", 0);
        }
    }

    private static String encoded(String path) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
                    .filter(ReturnAddress::isOurs);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void set(HttpServletResponse response, String value, long seconds) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(seconds)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
