package plancheck.api.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param total of all its parts
 * @param next where the next part is, null when this is the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,

        @Schema(description = "How many there are in all parts")
        long total,

        @Schema(description = "Path of the next part; absent with the last one", nullable = true) @Nullable
        String next) {

    /** All at once. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, items.size(), null);
    }

    /** The same part, each item as something else. */
    public <R> Page<R> map(Function<T, R> body) {
        return new Page<>(items.stream().map(body).toList(), total, next);
    }
}
