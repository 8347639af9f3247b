package plancheck.door;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names and fields in GBK become UTF-8, wherever the network cut what was sent; nothing else is changed. */
class FormTextTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String FILE = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n";
    private static final String FIELD = "--b\r\nContent-Disposition: form-data; name=\"figure\"\r\n%s\r\n";

    /** With the bytes that GBK shares with ASCII: 乗 ends in a backslash. */
    private static final String NAME = "常住人口乗 证明.pdf";

    /** In neither encoding, with lines that begin like the mark, with the mark inside of one, and with names of its own. */
    private static final byte[] CONTENT = bytes(
            new byte[] {(byte) 0xFF, (byte) 0xB3, '\r', '\n', '-', '-', '\n', '-', '-', 'x', '-', '-', 'b', '\n', '\n'},
            String.format(FILE, "常").replace("--b", "--a").getBytes(GBK));

    private static byte[] bytes(byte[]... all) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(all).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] form(Charset charset, byte[] content) {
        return bytes(
                String.format(FIELD, "").getBytes(charset),
                "/figures/常住人口\r\n".getBytes(charset),
                String.format(FILE, NAME).getBytes(charset),
                content,
                "\r\n".getBytes(charset),
                String.format(FIELD, "").getBytes(charset),
                "第二个\r\n--b--".getBytes(charset));
    }

    private static byte[] read(byte[] sent, int... cuts) {
        FormText text = new FormText("b");
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int from = 0;
        for (int cut : cuts) {
            read.writeBytes(text.read(ByteBuffer.wrap(sent, from, cut - from), false));
            from = cut;
        }
        read.writeBytes(text.read(ByteBuffer.wrap(sent, from, sent.length - from), true));
        return read.toByteArray();
    }

    @Test
    void names_and_fields_are_in_utf_8_wherever_they_were_cut_and_a_file_is_what_was_sent() {
        for (byte[] file : new byte[][] {CONTENT, {}}) {
            byte[] sent = form(GBK, file);
            byte[] expected = form(StandardCharsets.UTF_8, file);
            for (int cut = 0; cut <= sent.length; cut++) {
                assertArrayEquals(expected, read(sent, cut), "cut at " + cut);
            }
            int[] everywhere = IntStream.range(0, sent.length).toArray();
            assertArrayEquals(expected, read(sent, everywhere), "byte by byte");
        }
    }

    @Test
    void what_is_in_utf_8_or_in_no_known_encoding_is_passed_as_it_is() {
        byte[] utf8 = form(StandardCharsets.UTF_8, CONTENT);
        assertArrayEquals(utf8, read(utf8));
        byte[] latin = String.format(FILE, "café").getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(latin, read(latin));
        byte[] none = "常住".getBytes(GBK);
        assertArrayEquals(none, read(none, 1));
        assertArrayEquals(new byte[0], read(new byte[0]));
    }

    @Test
    void a_field_that_says_its_encoding_keeps_it() {
        for (String told : new String[] {"Content-Type: text/plain; charset=GBK\r\n", "X: _charset_\r\n"}) {
            byte[] sent = (String.format(FIELD, told) + "常住\r\n--b--").getBytes(GBK);
            assertArrayEquals(sent, read(sent), told);
        }
    }

    @Test
    void what_is_held_back_is_bounded() {
        for (String start : new String[] {"--b\r\nX: ", String.format(FIELD, ""), "--b"}) {
            byte[] sent = (start + "常".repeat(200_000)).getBytes(GBK);
            FormText text = new FormText("b");
            int read = 0;
            for (int i = 0; i < sent.length; i++) {
                read += text.read(ByteBuffer.wrap(sent, i, 1), false).length;
                assertEquals(0, Math.max(0, i - read - 64 * 1024), start);
            }
            assertArrayEquals(sent, read(sent), start);
        }
    }
}
