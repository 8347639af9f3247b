package plancheck.service;

import jakarta.servlet.http.HttpServletRequest;

/** A request of a page's script: it wants to be told plainly, and would take the sign-in page for its answer. */
final class ScriptCall {
    private ScriptCall() {}

    static boolean is(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null || "fetch".equals(request.getHeader("X-Requested-With"));
    }
}
