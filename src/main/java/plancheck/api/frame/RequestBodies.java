package plancheck.api.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import plancheck.dossier.reading.SourceText;
import plancheck.facts.Message;

/** How a body is to be read: one with {@code Content-Encoding: gzip} is inflated as it is read, if it is no form. */
@Component
@Order(RequestBodies.AFTER_WHO_MAY_CALL)
public class RequestBodies extends OncePerRequestFilter {
    /** Nobody's body is touched before it is known that he may call. */
    static final int AFTER_WHO_MAY_CALL = 0;

    /** A dossier a line. */
    public static final String NDJSON = "application/x-ndjson";

    /** What a gzip body may come to: a few thousand dossiers in a batch, one that is written in JSON otherwise. */
    private static final long MOST_OF_A_BATCH = 256L * 1024 * 1024;

    private static final long MOST = 2 * SourceText.MAX_BYTES;

    private static final String GZIP = "gzip";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiErrors.isOfTheApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        boolean form = type.startsWith("multipart/");
        String encoding = String.valueOf(request.getHeader(HttpHeaders.CONTENT_ENCODING))
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("x-gzip", GZIP);
        if (encoding.equals(GZIP) && !form) {
            long most = type.startsWith(NDJSON) ? MOST_OF_A_BATCH : MOST;
            chain.doFilter(new Inflated(request, most), response);
        } else if (encoding.equals("null") || encoding.isEmpty() || encoding.equals("identity")) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, form ? "identity" : GZIP);
            ProblemResponse.write(
                    response,
                    request,
                    new ApiProblem(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            Message.of(form ? "api.compressed-form" : "api.content-encoding")));
        }
    }

    /** The request as if it had not been compressed. */
    private static final class Inflated extends HttpServletRequestWrapper {
        private final long most;
        private @Nullable ServletInputStream stream;

        Inflated(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream known = stream;
            if (known == null) {
                known = new InflatedStream(super.getInputStream(), most);
                stream = known;
            }
            return known;
        }

        @Override
        public int getContentLength() {
            return -1;
        }

        @Override
        public long getContentLengthLong() {
            return -1;
        }

        @Override
        public @Nullable String getHeader(String name) {
            boolean told = HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)
                    || HttpHeaders.CONTENT_ENCODING.equalsIgnoreCase(name);
            return told ? null : super.getHeader(name);
        }
    }

    /** Inflates no more than may be, and only as much as is asked for. */
    private static final class InflatedStream extends ServletInputStream {
        private final ServletInputStream raw;
        private final long most;
        private @Nullable InputStream inflating;
        private long inflated;

        InflatedStream(ServletInputStream raw, long most) {
            this.raw = raw;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = inflate(into, from, length);
            inflated += Math.max(0, read);
            if (inflated > most) {
                throw ApiProblem.tooLarge(most);
            }
            return read;
        }

        private int inflate(byte[] into, int from, int length) throws IOException {
            try {
                if (inflating == null) {
                    inflating = new GZIPInputStream(raw);
                }
                return inflating.read(into, from, length);
            } catch (ZipException | EOFException e) {
                throw ApiProblem.bad(Message.of("api.no-whole-gzip"));
            }
        }

        @Override
        public boolean isFinished() {
            return raw.isFinished();
        }

        @Override
        public boolean isReady() {
            return raw.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("bodies are waited for");
        }
    }
}
