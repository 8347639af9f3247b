package plancheck.plan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import plancheck.facts.Label;

/** Reads a file as UTF-8 text, and says what it is when it is something else. */
final class PlanFile {
    private PlanFile() {}

    /** @throws PlanTextException when the file is missing, unreadable or not UTF-8 */
    static String read(Path file) {
        try {
            return text(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw PlanTextException.unreadable(file, e);
        }
    }

    /**
     * @param name what messages call it
     * @throws PlanTextException when it is not UTF-8
     */
    static String text(String name, byte[] bytes) {
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
            throw new PlanTextException(
                    Label.filled(
                            "%s 不是 UTF-8 编码（可能是 GBK），请用记事本另存为 UTF-8 后再试。",
                            "%s is not in UTF-8 (perhaps in GBK); save it as UTF-8 in a text editor and try again.",
                            name),
                    e);
        }
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        return bytes.length >= magic.length()
                && new String(bytes, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }
}
