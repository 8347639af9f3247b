package plancheck.api.frame;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Message;

/**
 * Which part of a list is wanted.
 *
 * @param limit null for the usual
 * @param cursor from {@code next}, null for the beginning
 * @param offset how many to pass over in place of a cursor, null for none
 */
public record PageParameters(
        @Parameter(
                description = "How many at most",
                schema =
                        @Schema(
                                type = "integer",
                                format = "int32",
                                defaultValue = "50",
                                minimum = "1",
                                maximum = "500"))
        @Nullable
        Integer limit,

        @Parameter(description = "Where the part begins: as next has it") @Nullable
        String cursor,

        @Parameter(
                description = "How many to pass over; what is added meanwhile moves it, so rather follow next",
                deprecated = true,
                schema = @Schema(type = "integer", format = "int64", minimum = "0"))
        @Nullable
        Long offset) {

    /** As much as is given at once unless asked otherwise. */
    private static final int USUAL = 50;

    /** As much as is ever given at once. */
    private static final int MOST = 500;

    /** @throws ApiProblem 400 when there is no such part */
    public PageParameters checked() {
        if (size() < 1 || size() > MOST || passed() < 0) {
            throw ApiProblem.bad(Message.of("api.limit-and-offset", MOST));
        }
        if (cursor != null && offset != null) {
            throw ApiProblem.bad(Message.of("api.cursor-and-offset"));
        }
        return this;
    }

    public int size() {
        return limit == null ? USUAL : limit;
    }

    public long passed() {
        return offset == null ? 0 : offset;
    }

    /**
     * @param found from where the part begins, one more than its size when there is a next part
     * @param cursor of an item
     * @param path with its parameters but for those of the part
     */
    public <T> Page<T> page(List<T> found, long total, Function<T, String> cursor, String path) {
        boolean more = found.size() > size();
        List<T> items = more ? found.subList(0, size()) : found;
        String joined = path + (path.contains("?") ? "&" : "?");
        return new Page<>(
                items,
                total,
                more ? joined + "limit=" + size() + "&cursor=" + cursor.apply(items.get(items.size() - 1)) : null);
    }

    /**
     * A part of a list that is there in full.
     *
     * @param before whether an item stands before where the part begins, or there
     */
    public <T> Page<T> cut(List<T> all, Predicate<T> before, Function<T, String> cursor, String path) {
        List<T> found =
                all.stream().dropWhile(before).skip(passed()).limit(size() + 1L).toList();
        return page(found, all.size(), cursor, path);
    }
}
