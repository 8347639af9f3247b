package plancheck.api.assessments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, each as soon as it is there. */
final class Lines {
    private final InputStream stream;
    private final int longest;
    private final byte[] buffer = new byte[1 << 13];
    private int at;
    private int end;
    private int number;
    private boolean cut;
    private boolean ended;

    /** @param longest line in bytes; what is longer is passed over and said to be cut */
    Lines(InputStream stream, int longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /** @return the next line without its end, null after the last */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        cut = false;
        boolean any = false;
        while (!ended) {
            if (at == end) {
                at = 0;
                end = Math.max(0, stream.read(buffer)); // as much as there is, without waiting for more
                if (end == 0) {
                    number += any ? 1 : 0;
                    return any ? line.toByteArray() : null;
                }
            }
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            cut |= line.size() + at - from > longest;
            if (!cut) {
                line.write(buffer, from, at - from);
            }
            if (at < end) {
                at++;
                number++;
                return line.toByteArray();
            }
        }
        return null;
    }

    /** The number of the line read last, from 1. */
    int number() {
        return number;
    }

    /**
     * Reads no more: the stream cannot be read on.
     *
     * @return the number of the line that broke off
     */
    int end() {
        ended = true;
        return ++number;
    }

    /** Whether the line read last was too long; what came of it is then of no use. */
    boolean cut() {
        return cut;
    }
}
