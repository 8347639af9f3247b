package plancheck.api.reports;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import plancheck.api.frame.Representation;
import plancheck.report.writing.PublishedReport;

/** Describes an answer that is a report; the formats are those of {@link Representation}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "The report in the format that Accept asks for",
        content = {
            @Content(mediaType = "application/json", schema = @Schema(implementation = PublishedReport.class)),
            @Content(mediaType = "application/sarif+json", schema = @Schema(type = "object")),
            @Content(mediaType = "application/junit+xml", schema = @Schema(type = "string")),
            @Content(mediaType = "text/html", schema = @Schema(type = "string")),
            @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
        })
public @interface AnswersReport {}
