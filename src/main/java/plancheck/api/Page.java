package plancheck.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the next part is, null when this is the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(
        List<T> items,

        @Schema(description = "Path of the next part; absent with the last one", nullable = true) @Nullable
        String next) {

    /** As much as is given at once unless asked otherwise. */
    static final String USUAL = "50";

    /** As much as is ever given at once. */
    static final int MOST = 500;

    /** @throws ApiProblem 400 when there is no such part */
    static void check(int limit, long offset) {
        if (limit < 1 || limit > MOST || offset < 0) {
            throw ApiProblem.bad(
                    "limit 为 1 到 " + MOST + "，offset 不小于 0", "limit is 1 to " + MOST + ", offset 0 or more");
        }
    }

    /**
     * @param found one more than the limit when there is a next part
     * @param path with its parameters but for limit and offset
     */
    static <T> Page<T> of(List<T> found, int limit, long offset, String path) {
        boolean more = found.size() > limit;
        String joined = path + (path.contains("?") ? "&" : "?");
        return new Page<>(
                more ? found.subList(0, limit) : found,
                more ? joined + "limit=" + limit + "&offset=" + (offset + limit) : null);
    }

    /** A part of a list that is there in full. */
    static <T> Page<T> cut(List<T> all, int limit, long offset, String path) {
        check(limit, offset);
        return of(all.stream().skip(offset).limit(limit + 1L).toList(), limit, offset, path);
    }
}
