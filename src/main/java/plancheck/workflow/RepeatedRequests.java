package plancheck.workflow;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import plancheck.access.Actor;
import plancheck.archive.AnsweredKey;
import plancheck.archive.AnsweredKeys;
import plancheck.facts.Digest;
import plancheck.facts.Message;

/** Makes what a request with an Idempotency-Key asks for once, however often and at however many places it is sent. */
@Component
public class RepeatedRequests {
    private final AnsweredKeys keys;
    private final TransactionOperations transactions;
    private final Clock clock;

    RepeatedRequests(AnsweredKeys keys, TransactionOperations transactions, Clock clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param operation where; the same key may be used for another operation
     * @param key the client's, null for none
     * @param digest of what was sent, so that the key is not taken for something else
     */
    public record KeyedRequest(String operation, @Nullable String key, String digest) {
        public static KeyedRequest of(String operation, @Nullable String key, byte[]... sent) {
            return new KeyedRequest(operation, key, key == null ? "" : Digest.sha256(sent));
        }
    }

    /** What is answered; repeated when the same key had been answered before. */
    public record RequestAnswer<T>(T made, boolean repeated) {}

    /** How a thing is made, what names it, and how it is found again by that. */
    public record Procedure<T>(Supplier<T> make, Function<T, String> name, Function<String, T> find) {}

    /**
     * @return what was made, now or before
     * @throws Refusal {@code INVALID} when the key was used for something else; a request that is refused leaves its key
     *     free
     */
    public <T> RequestAnswer<T> answer(Actor actor, KeyedRequest request, Procedure<T> making) {
        String key = request.key();
        if (key == null) {
            return new RequestAnswer<>(making.make().get(), false);
        }
        Optional<RequestAnswer<T>> before = before(actor, request, key, making);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            T fresh = transactions.execute(t -> made(actor, request, key, making));
            return new RequestAnswer<>(Objects.requireNonNull(fresh), false);
        } catch (DuplicateKeyException | Refusal e) {
            // Another call with the same key was quicker: both get its answer.
            return before(actor, request, key, making).orElseThrow(() -> e);
        }
    }

    private <T> T made(Actor actor, KeyedRequest request, String key, Procedure<T> making) {
        T fresh = making.make().get();
        keys.insert(new AnsweredKey(
                UUID.randomUUID(),
                actor.id(),
                request.operation(),
                key,
                request.digest(),
                making.name().apply(fresh),
                clock.instant()));
        return fresh;
    }

    private <T> Optional<RequestAnswer<T>> before(Actor actor, KeyedRequest request, String key, Procedure<T> making) {
        return keys.findByClientAndOperationAndIdempotencyKey(actor.id(), request.operation(), key)
                .map(found -> {
                    if (!found.requestDigest().equals(request.digest())) {
                        throw new Refusal(
                                Refusal.Why.INVALID, Message.of("workflow.idempotency-key-of-another-request", key));
                    }
                    return new RequestAnswer<>(making.find().apply(found.made()), true);
                });
    }
}
