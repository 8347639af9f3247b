package plancheck.dossier;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Tells UTF-8 with a few damaged bytes from GBK, which would read it as other words. */
final class DamagedUtf8 {
    /** GBK text read as UTF-8 has more malformed places than characters; damaged UTF-8 has few. */
    private static final int CHARACTERS_PER_DAMAGE = 10;

    private DamagedUtf8() {}

    /** The first line with damage; 0 when the bytes are no UTF-8 at all. */
    static int line(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        int damages = 0;
        int line = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            line = damages++ == 0 ? 1 + (int) chars(out, true) : line;
            in.position(in.position() + result.length());
        }
        return chars(out, false) > (long) damages * CHARACTERS_PER_DAMAGE ? line : 0;
    }

    /** How many line ends, or how many characters beyond ASCII, have been read. */
    private static long chars(CharBuffer out, boolean lineEnds) {
        CharBuffer read = out.duplicate();
        read.flip();
        return read.chars().filter(c -> lineEnds ? c == '\n' : c > 0x7F).count();
    }
}
