package plancheck.door;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import plancheck.facts.Message;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says why the door refuses a request, and that of requests which are none: a problem (RFC 9457) to programs, a short page
 * to people. It is made without the pages' machinery, which is what has to be spared.
 */
final class Refusals extends ErrorHandler {
    private static final String AGAIN_AFTER_SECONDS = "5";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable cause = (Throwable) request.getAttribute(ERROR_EXCEPTION);
        OutOfMemory.endIf(cause);
        int status = cause instanceof HttpException failure ? failure.getCode() : response.getStatus();
        response.setStatus(status);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        if (status == HttpStatus.TOO_MANY_REQUESTS_429 || status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            headers.put(HttpHeader.RETRY_AFTER, AGAIN_AFTER_SECONDS);
        }
        if (status == HttpStatus.REQUEST_TIMEOUT_408 || status == HttpStatus.BAD_REQUEST_400) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
        boolean english = isEnglish(request);
        headers.put(HttpHeader.CONTENT_LANGUAGE, english ? "en" : "zh-CN");
        byte[] said = said(request, status, english, headers);
        headers.put(HttpHeader.CONTENT_LENGTH, said.length);
        boolean silent = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, silent ? ByteBuffer.allocate(0) : ByteBuffer.wrap(said), callback);
        return true;
    }

    private static byte[] said(Request request, int status, boolean english, HttpFields.Mutable headers) {
        Message message = DoorMessages.of(status);
        String sentence = english ? message.en() : message.zh();
        String path = String.valueOf(request.getHttpURI().getPath());
        if (path.startsWith("/api/") || path.startsWith("/v3/")) {
            headers.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("type", "about:blank");
            problem.put("title", HttpStatus.getMessage(status));
            problem.put("status", status);
            problem.put("detail", sentence);
            problem.put("code", message.key());
            problem.put("instance", path);
            return JsonMapper.shared().writeValueAsBytes(problem);
        }
        headers.put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title></head>
                <body><main><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></main></body>
                </html>
                """.formatted(
                        english ? "en" : "zh-CN",
                        english ? "Not handled" : "没有处理",
                        english ? "Not handled" : "没有处理",
                        sentence,
                        english ? "Home" : "返回首页")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As the pages and the API have it: {@code lang}, else what was switched to, else what a program likes better. */
    private static boolean isEnglish(Request request) {
        String query = "&" + request.getHttpURI().getQuery() + "&";
        boolean switched = Request.getCookies(request).stream()
                .anyMatch(one ->
                        one.getName().equals("plancheck-lang") && one.getValue().startsWith("en"));
        boolean api = String.valueOf(request.getHttpURI().getPath()).startsWith("/api/");
        String liked = String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        return query.contains("&lang=en&")
                || !query.contains("&lang=zh&") && (switched || api && liked.startsWith("en"));
    }
}
