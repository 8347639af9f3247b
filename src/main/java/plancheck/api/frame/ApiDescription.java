package plancheck.api.frame;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the API describes itself at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "plancheck",
                        version = "v1",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0"),
                        description = """
                                对照省、市、县新型城镇化规划，逐条检查县（市、区）申报材料。

                                Checks county dossiers against the urbanisation plans of its rule book. Programs
                                sign in with a bearer token that an administrator issues; every answer names the rule
                                book in Plancheck-Rulebook; whatever goes wrong is application/problem+json. Words come in
                                the language of the parameter lang (zh or en), else in the one of these that
                                Accept-Language names first, else in Chinese. Whatever answers GET answers HEAD. What a
                                request says is done or refused: a parameter or field that there is not is a 400."""),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A token with the scopes assess, dossiers:read, dossiers:write, webhooks as needed")
class ApiDescription {

    /** What operations have in common. */
    @Bean
    GlobalOpenApiCustomizer common() {
        return api -> {
            Components components = api.getComponents();
            ModelConverters.getInstance(true).readAll(ProblemBody.class).forEach(components::addSchemas);
            api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::common));
        };
    }

    private static void common(Operation operation) {
        parameters(operation).forEach(ApiDescription::list);
        operation.addParametersItem(new Parameter()
                .in("query")
                .name(QueryParameters.LANG)
                .description("Language of whatever has words; otherwise Accept-Language says it")
                .schema(new StringSchema()
                        ._enum(List.copyOf(QueryParameters.LANGUAGES.values().keySet()))));
        operation
                .getResponses()
                .values()
                .forEach(response -> response.addHeaderObject(
                        EveryAnswer.RULEBOOK,
                        new Header()
                                .description("The rule book: version; digest=SHA-256")
                                .schema(new StringSchema())));
        // Some programs know a problem by the class of its status, some by default only.
        List.of("4XX", "default").forEach(status -> operation.getResponses().addApiResponse(status, problem()));
    }

    /** Values of a list are parted by commas; a parameter is never null, only not given. */
    private static void list(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        if (schema != null && schema.getItems() != null) {
            parameter.style(Parameter.StyleEnum.FORM).explode(false);
        }
        if (schema != null && schema.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(schema.getTypes());
            types.remove("null");
            schema.setTypes(types);
        }
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("A problem (RFC 9457)")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }
}
