package plancheck.plan.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import plancheck.facts.Encoding;
import plancheck.facts.Label;

/** Reads a file as text in UTF-8 or GBK, and says what it is when it is something else. */
public final class PlanFile {
    private PlanFile() {}

    /** @throws PlanTextException when the file is missing, unreadable or no such text */
    public static String read(Path file) {
        try {
            return text(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw PlanTextException.unreadable(file, e);
        }
    }

    /**
     * @param name what messages call it
     * @throws PlanTextException when it is neither
     */
    public static String text(String name, byte[] bytes) {
        if (startsWith(bytes, "%PDF") || startsWith(bytes, "PK")) {
            throw new PlanTextException(Label.filled(
                    "%s 是 PDF 或 Word 文件，请先转成 UTF-8 文本（.txt）。",
                    "%s is a PDF or Word file; save it as text in UTF-8 (.txt) first.", name));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            Encoding.Detection found = Encoding.of(bytes);
            if (found.kind() == Encoding.EncodingKind.GBK) {
                return new String(bytes, Encoding.GB18030);
            }
            throw new PlanTextException(
                    Label.filled(
                            "%s 既不是 UTF-8 也不是 GBK 编码，或第%s行有损坏的字节，请用记事本核对后另存为 UTF-8 再试。",
                            "%s is neither in UTF-8 nor in GBK, or line %s has damaged bytes; check it in a text editor, save it as UTF-8 and try again.",
                            name,
                            found.line()),
                    e);
        }
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        return bytes.length >= magic.length()
                && new String(bytes, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }
}
