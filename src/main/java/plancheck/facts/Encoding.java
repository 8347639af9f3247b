package plancheck.facts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * What the bytes of a text that is no sound UTF-8 are instead. Judged by runs of bytes beyond ASCII, because a decoder of
 * GBK finds words in almost anything: in UTF-8 too, and in what was put together out of both.
 */
public final class Encoding {
    /** No text of one encoding has what only the other can have. */
    public enum EncodingKind {
        /** To be read by {@link #GB18030}. */
        GBK,
        /** GBK, but not on this line. */
        GBK_DAMAGED,
        /** UTF-8 with something on this line that no UTF-8 may have. */
        UTF_8_DAMAGED,
        /** UTF-8 with GBK on this line. */
        GBK_IN_UTF_8,
        /** GBK with UTF-8 on this line. */
        UTF_8_IN_GBK,
        UNKNOWN
    }

    /** @param line where it is to be seen, from 1; 0 for the whole */
    public record Detection(EncodingKind kind, int line) {}

    /** The encoding that has all of GBK and more. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    /** The first character beyond the small alphabets, which two letters of GBK may look like. */
    private static final int LARGE_ALPHABETS = 0x2000;

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final byte[] bytes;
    private int certainUtf8;
    private int firstUtf8;
    private int noUtf8;
    private int firstNoUtf8;
    private boolean firstNoUtf8IsGbk;
    private int shaped;
    private int firstShaped;
    private long pairs;
    private long commonPairs;

    private Encoding(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param bytes no sound UTF-8 */
    public static Detection of(byte[] bytes) {
        Encoding encoding = new Encoding(bytes);
        encoding.look();
        return encoding.found();
    }

    private void look() {
        int line = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                int start = i;
                while (i + 1 < bytes.length && bytes[i + 1] < 0) {
                    i++;
                }
                run(start, i + 1, line);
            } else if (bytes[i] == '\n') {
                line++;
            }
        }
    }

    private void run(int start, int end, int line) {
        int common = commonPairs(start, end);
        boolean words = 2 * common == end - start;
        if (isUtf8(start, end)) {
            if (!words && hasLargeAlphabet(start, end)) {
                firstUtf8 = certainUtf8++ == 0 ? line : firstUtf8;
            }
        } else if (isShaped(start, end)) {
            firstShaped = shaped++ == 0 ? line : firstShaped;
        } else {
            if (noUtf8++ == 0) {
                firstNoUtf8 = line;
                firstNoUtf8IsGbk = words;
            }
            pairs += (end - start + 1) / 2;
            commonPairs += common;
        }
    }

    private Detection found() {
        if (noUtf8 == 0) {
            return new Detection(EncodingKind.UTF_8_DAMAGED, firstShaped);
        }
        if (certainUtf8 == 0) {
            return 2 * commonPairs < pairs ? new Detection(EncodingKind.UNKNOWN, firstNoUtf8) : gbk();
        }
        if (certainUtf8 < noUtf8) {
            return new Detection(EncodingKind.UTF_8_IN_GBK, firstUtf8);
        }
        return new Detection(firstNoUtf8IsGbk ? EncodingKind.GBK_IN_UTF_8 : EncodingKind.UTF_8_DAMAGED, firstNoUtf8);
    }

    private Detection gbk() {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            GB18030.newDecoder().decode(in);
            return new Detection(EncodingKind.GBK, 0);
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            return new Detection(EncodingKind.GBK_DAMAGED, line);
        }
    }

    private boolean isUtf8(int start, int end) {
        try {
            utf8.decode(ByteBuffer.wrap(bytes, start, end - start));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean hasLargeAlphabet(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8)
                .codePoints()
                .anyMatch(c -> c >= LARGE_ALPHABETS);
    }

    /** Whether it has the form of UTF-8, though no sound UTF-8 would have it: longer than need be, or half a character. */
    private boolean isShaped(int start, int end) {
        int i = start;
        while (i < end) {
            int first = bytes[i] & 0xFF;
            int length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 1;
            if (length == 1 || i + length > end) {
                return false;
            }
            for (int j = i + 1; j < i + length; j++) {
                if ((bytes[j] & 0xC0) != 0x80) {
                    return false;
                }
            }
            i += length;
        }
        return true;
    }

    /** How many pairs of bytes are signs and words of everyday, as nearly all of a text in GBK are. */
    private int commonPairs(int start, int end) {
        int common = 0;
        for (int i = start; i + 1 < end; i += 2) {
            int first = bytes[i] & 0xFF;
            common += first >= 0xA1 && first <= 0xF7 && (bytes[i + 1] & 0xFF) >= 0xA1 ? 1 : 0;
        }
        return common;
    }
}
