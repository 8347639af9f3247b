package plancheck.dossier.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Encoding;
import plancheck.facts.Message;

/** Turns the bytes of a file into text. Offices often save in GBK: that is recognised, said, and read. */
public final class SourceText {
    /** Larger files are refused unread; a whole city's dossier has a few hundred kilobytes. */
    public static final long MAX_BYTES = 10L * 1024 * 1024;

    static final Message RETYPE = Message.of("dossier.retype-and-save-as-utf-8");

    private SourceText() {}

    /** What to say of a file that is larger than {@link #MAX_BYTES}. */
    public static Problem tooLarge(long bytes) {
        long most = MAX_BYTES / (1024 * 1024);
        Message message = bytes > MAX_BYTES + 1
                ? Message.of("dossier.file-too-large-by", bytes / (1024 * 1024), most)
                : Message.of("dossier.file-too-large", most);
        return Problem.error(0, "", message, Message.of("dossier.right-file-or-split-by-county"));
    }

    /** The same text in UTF-8, for who parses it otherwise; what is no text, or has no encoding of ours, as it is. */
    public static byte[] utf8(byte[] bytes) {
        String text = strictly(bytes, StandardCharsets.UTF_8) == null ? text(bytes, new Problems()) : null;
        return text == null ? bytes : text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text; null when the bytes are no text, which is then among the problems. */
    public static @Nullable String decode(byte[] bytes, Problems problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add(tooLarge(bytes.length));
            return null;
        }
        String text = text(bytes, problems);
        return text == null || hasUnprintable(text, problems) ? null : text;
    }

    private static @Nullable String text(byte[] bytes, Problems problems) {
        WideText wide = WideText.recognise(bytes);
        if (wide != null) {
            wide.check(bytes, problems);
            String text = strictly(bytes, wide.charset());
            return text == null || !text.startsWith("\uFEFF") ? text : text.substring(1);
        }
        Problem binary = BinaryFile.recognise(bytes);
        if (binary != null) {
            problems.add(binary);
            return null;
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8.startsWith("\uFEFF") ? utf8.substring(1) : utf8;
        }
        Encoding.Detection found = Encoding.of(bytes);
        problems.add(inWords(found));
        return found.kind() == Encoding.EncodingKind.GBK ? strictly(bytes, Encoding.GB18030) : null;
    }

    private static Problem inWords(Encoding.Detection found) {
        return switch (found.kind()) {
            case GBK ->
                Problem.warning(0, "", Message.of("dossier.read-as-gbk"), Message.of("dossier.better-save-as-utf-8"));
            case GBK_IN_UTF_8 -> Problem.error(found.line(), "", Message.of("dossier.gbk-line-in-utf-8"), RETYPE);
            case UTF_8_IN_GBK -> Problem.error(found.line(), "", Message.of("dossier.utf-8-line-in-gbk"), RETYPE);
            case UTF_8_DAMAGED, GBK_DAMAGED ->
                Problem.error(found.line(), "", Message.of("dossier.damaged-bytes"), RETYPE);
            case UNKNOWN ->
                Problem.error(
                        found.line(), "", Message.of("dossier.unknown-encoding"), Message.of("dossier.save-as-utf-8"));
        };
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The first line with such characters is enough: they come in swarms. */
    private static boolean hasUnprintable(String text, Problems problems) {
        int at = firstUnprintable(text);
        if (at >= 0) {
            problems.add(Problem.error(
                    line(text, at),
                    "",
                    Message.of("dossier.control-character-on-line"),
                    Message.of("dossier.delete-or-check-text-file")));
        }
        return at >= 0;
    }

    /** The line of a character, from 1. */
    public static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** Where the first character stands that neither YAML nor the reports' XML can carry; -1 when there is none. */
    public static int firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (isUnprintable(c)) {
                return i;
            }
            i += Character.charCount(c) - 1;
        }
        return -1;
    }

    private static boolean isUnprintable(int c) {
        boolean space = c == '\t' || c == '\n' || c == '\r' || c == 0x85;
        return (Character.isISOControl(c) && !space)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == 0xFFFE
                || c == 0xFFFF;
    }
}
