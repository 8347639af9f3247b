package plancheck.workflow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The list at the end of a zip file, by which Office finds what is in it; Java's stream goes by the heads of the entries
 * instead. A file in which the two differ, or that has anything before, between or after them, was made to be two files.
 */
final class ZipDirectory {
    private static final int LOCAL = 0x04034b50;
    private static final int LISTED = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LISTED_LENGTH = 46;

    /** Where a writer always writes for large files too, two more records stand before the end. */
    private static final int LARGE_END = 56 + 20;

    private ZipDirectory() {}

    /** The names listed; empty when it is no zip file from its first byte to its last, or lists a name twice. */
    static Optional<Set<String>> names(byte[] content) {
        ByteBuffer zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int end = end(zip);
        if (end < 0 || zip.getInt(0) != LOCAL) {
            return Optional.empty();
        }
        int count = zip.getShort(end + 10) & 0xFFFF;
        int size = zip.getInt(end + 12);
        int at = zip.getInt(end + 16);
        long behind = (long) at + size;
        if (size < 0 || at <= 0 || behind != end && behind != end - LARGE_END) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            if (at + LISTED_LENGTH > behind || zip.getInt(at) != LISTED) {
                return Optional.empty();
            }
            int name = zip.getShort(at + 28) & 0xFFFF;
            int more = (zip.getShort(at + 30) & 0xFFFF) + (zip.getShort(at + 32) & 0xFFFF);
            if (at + LISTED_LENGTH + name + more > behind
                    || !names.add(new String(content, at + LISTED_LENGTH, name, StandardCharsets.UTF_8))) {
                return Optional.empty();
            }
            at += LISTED_LENGTH + name + more;
        }
        return at == behind ? Optional.of(names) : Optional.empty();
    }

    /** Where its end begins, whose comment reaches to the last byte; -1 when there is none. */
    private static int end(ByteBuffer zip) {
        int last = zip.capacity() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - 0xFFFF); at--) {
            if (zip.getInt(at) == END && (zip.getShort(at + 20) & 0xFFFF) == last - at) {
                return at;
            }
        }
        return -1;
    }
}
