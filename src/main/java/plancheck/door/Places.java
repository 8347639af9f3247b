package plancheck.door;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many of what are in the house: requests by kind and address, and bytes. Nothing is kept of whoever has left. */
final class Places {
    private final Limits limits;
    private final Map<Caller, Integer> ofOne = new ConcurrentHashMap<>();
    private final Map<Errand, Integer> ofAll = new ConcurrentHashMap<>();
    private final AtomicLong strangersBytes = new AtomicLong();
    private final AtomicLong regularsBytes = new AtomicLong();

    Places(Limits limits) {
        this.limits = limits;
    }

    /** What came of asking for a place. */
    enum Admission {
        FREE,
        TOO_MANY_OF_THIS_ADDRESS,
        FULL
    }

    /** Takes a place, if one is free; whoever has it has to {@link #leave}. */
    Admission enter(Caller caller) {
        boolean counted = !caller.isKnown() && caller.errand() != Errand.HEALTH;
        if (taken(ofOne, caller) > limits.fromOne() && counted) {
            left(ofOne, caller);
            return Admission.TOO_MANY_OF_THIS_ADDRESS;
        }
        if (taken(ofAll, caller.errand()) > limits.fromAll()) {
            left(ofAll, caller.errand());
            left(ofOne, caller);
            return Admission.FULL;
        }
        return Admission.FREE;
    }

    void leave(Caller caller) {
        left(ofOne, caller);
        left(ofAll, caller.errand());
    }

    /** How many of its kind the address has in the house. */
    int of(Caller caller) {
        return ofOne.getOrDefault(caller, 0);
    }

    /** Takes room for so many bytes more; they are given back whether there was room or not. */
    boolean hasRoom(Caller caller, long bytes) {
        long most = caller.isKnown() ? limits.regularsBytes() : limits.strangersBytes();
        return bytes(caller).addAndGet(bytes) <= most;
    }

    void giveBack(Caller caller, long bytes) {
        bytes(caller).addAndGet(-bytes);
    }

    private AtomicLong bytes(Caller caller) {
        return caller.isKnown() ? regularsBytes : strangersBytes;
    }

    private static <K> int taken(Map<K, Integer> counts, K key) {
        return counts.merge(key, 1, Integer::sum);
    }

    private static <K> void left(Map<K, Integer> counts, K key) {
        counts.computeIfPresent(key, (one, count) -> count == 1 ? null : count - 1);
    }
}
