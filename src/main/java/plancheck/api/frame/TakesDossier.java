package plancheck.api.frame;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a request whose body is a dossier; {@link DossierBytes} reads it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
        required = true,
        description =
                "The dossier as handed in, be it text or the workbook of plancheck template -f xlsx; GBK is understood too, and"
                        + " Content-Encoding: gzip",
        content = {
            @Content(mediaType = DossierBytes.YAML, schema = @Schema(type = "string")),
            @Content(mediaType = DossierBytes.TEXT_YAML, schema = @Schema(type = "string")),
            @Content(
                    mediaType = DossierBytes.JSON,
                    schema = @Schema(description = "The dossier as an object, or YAML as a text")),
            @Content(mediaType = DossierBytes.TEXT, schema = @Schema(type = "string")),
            @Content(mediaType = DossierBytes.XLSX, schema = @Schema(type = "string", format = "binary"))
        })
public @interface TakesDossier {}
