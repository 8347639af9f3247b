package plancheck.api.frame;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plancheck.facts.Term;

/** In the API's description a vocabulary is the ids of its terms: {@code @Schema(implementation = Outcome.class)}. */
@Component
class VocabularySchema implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> further) {
        Class<?> vocabulary =
                Json.mapper().getTypeFactory().constructType(type.getType()).getRawClass();
        if (vocabulary.isEnum() && Term.class.isAssignableFrom(vocabulary)) {
            return new StringSchema()._enum(ids(vocabulary));
        }
        return further.hasNext() ? further.next().resolve(type, context, further) : null;
    }

    private static List<String> ids(Class<?> vocabulary) {
        return Stream.of(vocabulary.getEnumConstants())
                .map(term -> ((Term) term).id())
                .toList();
    }
}
