package plancheck.service;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Fits requests that no controller answers. Behind them is nothing to guard, so everybody may be told that: 404, or 405
 * where the path is answered to another method.
 */
final class UnansweredRequests implements RequestMatcher {
    private final RequestMappingHandlerMapping controllers;

    UnansweredRequests(RequestMappingHandlerMapping controllers) {
        this.controllers = controllers;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            return controllers.getHandler(request) == null;
        } catch (HttpRequestMethodNotSupportedException e) {
            return true;
        } catch (Exception e) {
            return false; // a controller is there, and would say what it does not like
        }
    }
}
