package plancheck.api.frame;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;

/** Describes an answer that is what was handed in, untouched. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        content = @Content(mediaType = DossierBytes.BYTES, schema = @Schema(type = "string", format = "binary")))
public @interface AnswersFile {
    @AliasFor(annotation = ApiResponse.class)
    String description() default "The very bytes";
}
