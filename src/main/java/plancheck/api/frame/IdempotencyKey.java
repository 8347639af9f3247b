package plancheck.api.frame;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import plancheck.facts.Message;

/** The header that makes repeating a request harmless. */
public final class IdempotencyKey {
    private static final int LONGEST = 150; // a batch appends the number of the line

    /** As the API's description has it, wherever something is made. */
    public static final String NAME = "Idempotency-Key";

    public static final String DESCRIPTION =
            "The client's own name for this request; sent again with it, it makes nothing more and has the same answer";

    public static final String REPLAYED = "Idempotency-Replayed";

    private IdempotencyKey() {}

    /** 201 at the place, saying so when the key had been answered before. */
    public static ResponseEntity.BodyBuilder created(String path, boolean repeated) {
        ResponseEntity.BodyBuilder created = ResponseEntity.created(URI.create(path));
        return repeated ? created.header(REPLAYED, "true") : created;
    }

    /**
     * The key, with or without the quotes that the draft standard asks for.
     *
     * @param header null when there is none
     * @throws ApiProblem 400 when it cannot be a key
     */
    public static @Nullable String of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String stripped = header.strip();
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        String key = quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
        if (!key.matches("[\\x21-\\x7E]{1," + LONGEST + "}")) {
            throw ApiProblem.bad(Message.of("api.idempotency-key-malformed", LONGEST));
        }
        return key;
    }
}
