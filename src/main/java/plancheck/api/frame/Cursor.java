package plancheck.api.frame;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Message;

/**
 * The place in a list behind which the next part begins: that of an item, so that what is added meanwhile moves nothing.
 *
 * @param at what the list is ordered by, and by id where that is the same
 */
public record Cursor(Instant at, UUID id) {
    public static final Comparator<Cursor> ORDER =
            Comparator.comparing(Cursor::at).thenComparing(cursor -> cursor.id().toString());

    /** No cursor is as long. */
    private static final int LONGEST = 200;

    /**
     * @param written as {@code next} has it; null for the beginning
     * @throws ApiProblem 400 when it is none of ours
     */
    public static @Nullable Cursor of(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String[] parts = words(written).split(" ", -1);
        try {
            if (parts.length == 2) {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** As it stands in {@code next}. */
    public String written() {
        return written(at + " " + id);
    }

    /** Of a list whose items have names of their own. */
    public static String written(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ApiProblem 400 when it is none of ours */
    public static String words(String written) {
        if (written.length() > LONGEST) {
            throw unknown();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    public static ApiProblem unknown() {
        return ApiProblem.bad(Message.of("api.wrong-cursor"));
    }
}
