package plancheck.api.frame;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import plancheck.facts.Message;

/** How a report can be had, the usual one first. */
public enum Representation {
    JSON("json", "application/json"),
    SARIF("sarif", "application/sarif+json"),
    JUNIT("junit", "application/junit+xml", "application/xml"),
    HTML("html", "text/html"),
    TEXT("text", "text/plain");

    private final String format;
    private final List<MediaType> types;

    Representation(String format, String... types) {
        this.format = format;
        this.types = Stream.of(types).map(MediaType::valueOf).toList();
    }

    /** As {@link plancheck.report.writing.ReportWriter} names it. */
    public String format() {
        return format;
    }

    /** A representation under the name it was asked for. */
    public record Chosen(Representation representation, MediaType type) {}

    /**
     * The one the client likes best.
     *
     * @param accept the header, null when there is none
     * @throws ApiProblem 406 when none is acceptable
     */
    public static Chosen of(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return new Chosen(JSON, JSON.types.get(0));
        }
        List<MediaType> wanted = wanted(accept);
        MimeTypeUtils.sortBySpecificity(wanted);
        wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue())); // keeps the order of equals
        for (MediaType want : wanted) {
            for (Representation representation : values()) {
                for (MediaType type : representation.types) {
                    if (want.getQualityValue() > 0 && want.isCompatibleWith(type)) {
                        return new Chosen(representation, type);
                    }
                }
            }
        }
        throw unacceptable();
    }

    private static List<MediaType> wanted(String accept) {
        try {
            return new java.util.ArrayList<>(MediaType.parseMediaTypes(accept));
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            throw unacceptable();
        }
    }

    private static ApiProblem unacceptable() {
        String all = String.join(
                ", ",
                Stream.of(values())
                        .flatMap(r -> r.types.stream())
                        .map(MediaType::toString)
                        .toList());
        return new ApiProblem(HttpStatus.NOT_ACCEPTABLE, Message.of("api.not-acceptable", all));
    }
}
