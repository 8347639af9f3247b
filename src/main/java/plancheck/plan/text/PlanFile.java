package plancheck.plan.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import plancheck.facts.Encoding;
import plancheck.facts.Message;

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
            throw new PlanTextException(Message.of("plan.not-plain-text", name));
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
            throw new PlanTextException(Message.of("plan.unknown-encoding", name, found.line()), e);
        }
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        return bytes.length >= magic.length()
                && new String(bytes, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }
}
