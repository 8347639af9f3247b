package plancheck.door;

import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * How much the door lets in; each can be set as {@code plancheck.door.…}.
 *
 * @param headTime within which the head of a request has to arrive
 * @param bodyStart seconds that anybody has before his sending is measured
 * @param bodyRate bytes a second below which sending is given up
 * @param bodyTime after which it is given up in any case, unless the caller is known
 * @param answerStart seconds that anybody has to take a piece of an answer
 * @param answerRate bytes a second that he has to take beyond that
 * @param bodySize the largest body that is read whole
 * @param formSize the same of a form without a file
 * @param patience how long a request waits for its turn
 * @param fromOne requests of a kind that one address may have open, unless its callers are known
 * @param fromAll requests of a kind that all strangers together may have open
 * @param connections that one address may have open
 * @param strangersBytes that bodies of strangers may take together
 * @param regularsBytes that bodies of known callers may take together
 */
record Limits(
        Duration headTime,
        Duration bodyStart,
        long bodyRate,
        Duration bodyTime,
        Duration answerStart,
        long answerRate,
        long bodySize,
        long formSize,
        Duration patience,
        int fromOne,
        int fromAll,
        int connections,
        long strangersBytes,
        long regularsBytes) {

    private static final long MEGABYTE = 1024 * 1024;

    /** As set, or what suits the heap there is. */
    static Limits of(Environment environment) {
        long heap = Runtime.getRuntime().maxMemory();
        Read set = new Read(environment);
        return new Limits(
                set.duration("head-time", Duration.ofSeconds(20)),
                set.duration("body-start", Duration.ofSeconds(20)),
                set.bytes("body-rate", 8 * 1024),
                set.duration("body-time", Duration.ofMinutes(2)),
                set.duration("answer-start", Duration.ofSeconds(10)),
                set.bytes("answer-rate", 16 * 1024),
                set.bytes(
                        "body-size", 24 * MEGABYTE), // more than any file that is taken: those are told of where chosen
                set.bytes("form-size", 8 * MEGABYTE),
                set.duration("patience", Duration.ofSeconds(10)),
                set.number("from-one", 64),
                set.number("from-all", 256),
                set.number("connections", 256),
                set.bytes("strangers-bytes", Math.max(heap / 24, 26 * MEGABYTE)),
                set.bytes("regulars-bytes", Math.max(heap / 8, 52 * MEGABYTE)));
    }

    private record Read(Environment environment) {
        private Duration duration(String name, Duration otherwise) {
            return environment.getProperty("plancheck.door." + name, Duration.class, otherwise);
        }

        private long bytes(String name, long otherwise) {
            return environment
                    .getProperty("plancheck.door." + name, DataSize.class, DataSize.ofBytes(otherwise))
                    .toBytes();
        }

        private int number(String name, int otherwise) {
            return environment.getProperty("plancheck.door." + name, Integer.class, otherwise);
        }
    }
}
