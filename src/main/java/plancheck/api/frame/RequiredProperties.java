package plancheck.api.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In the API's description, what a record always has is required: whatever is written even if null or empty; where a
 * member does not say so, whatever may not be null.
 */
@Component
class RequiredProperties implements ModelConverter {
    private static final ObjectMapper TYPES = new ObjectMapper();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Schema<?> schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
        JavaType java = TYPES.constructType(type.getType());
        Class<?> raw = java.getRawClass();
        if (schema != null && raw.isRecord() && isOurs(raw.getPackageName())) {
            Schema<?> defined = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels()
                            .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
            if (defined != null) {
                require(defined, raw);
            }
        }
        return schema;
    }

    private static boolean isOurs(String name) {
        return name.startsWith("plancheck.api.") || name.startsWith("plancheck.report");
    }

    private static boolean isAlwaysThere(RecordComponent component) {
        JsonInclude said = component.getAccessor().getAnnotation(JsonInclude.class);
        return said == null
                ? !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                : said.value() == JsonInclude.Include.ALWAYS;
    }

    private static void require(Schema<?> schema, Class<?> raw) {
        @SuppressWarnings("rawtypes") // as the library has it
        Map<String, Schema> properties = schema.getProperties();
        for (RecordComponent component : raw.getRecordComponents()) {
            boolean listed =
                    schema.getRequired() != null && schema.getRequired().contains(component.getName());
            if (isAlwaysThere(component)
                    && !listed
                    && properties != null
                    && properties.containsKey(component.getName())) {
                schema.addRequiredItem(component.getName());
            }
        }
    }
}
