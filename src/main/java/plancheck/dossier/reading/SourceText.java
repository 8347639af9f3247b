package plancheck.dossier.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Encoding;
import plancheck.facts.Label;

/** Turns the bytes of a file into text. Offices often save in GBK: that is recognised, said, and read. */
public final class SourceText {
    /** Larger files are refused unread; a whole city's dossier has a few hundred kilobytes. */
    public static final long MAX_BYTES = 10L * 1024 * 1024;

    static final Label RETYPE = new Label(
            "请用记事本打开，重新输入这一行的乱码，另存为 UTF-8",
            "Open it in a text editor, type the garbled part of the line again, and save it as UTF-8");

    private SourceText() {}

    /** What to say of a file that is larger than {@link #MAX_BYTES}. */
    public static Problem tooLarge(long bytes) {
        long most = MAX_BYTES / (1024 * 1024);
        Label message = bytes > MAX_BYTES + 1
                ? Label.filled(
                        "文件有%s兆，超过%s兆的上限",
                        "The file has %s MB, more than the %s MB that are taken", bytes / (1024 * 1024), most)
                : Label.filled("文件超过%s兆的上限", "The file is larger than %s MB", most);
        return Problem.error(
                0,
                "",
                message,
                new Label(
                        "请确认选对了文件；村庄、小区等清单过长时请分县填报",
                        "Check that it is the right file; with very long lists, hand in a dossier for each county"));
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
                Problem.warning(
                        0,
                        "",
                        new Label("文件是 GBK 编码，已按 GBK 读取", "The file is in GBK and was read as such"),
                        new Label(
                                "建议另存为 UTF-8，以免在别的电脑上出现乱码",
                                "Better save it as UTF-8, so that it is not garbled on other computers"));
            case GBK_IN_UTF_8 ->
                Problem.error(
                        found.line(),
                        "",
                        new Label(
                                "文件里混有两种编码：别处是 UTF-8，这一行是 GBK",
                                "Two encodings are mixed: the file is in UTF-8, but this line in GBK"),
                        RETYPE);
            case UTF_8_IN_GBK ->
                Problem.error(
                        found.line(),
                        "",
                        new Label(
                                "文件里混有两种编码：别处是 GBK，这一行是 UTF-8",
                                "Two encodings are mixed: the file is in GBK, but this line in UTF-8"),
                        RETYPE);
            case UTF_8_DAMAGED, GBK_DAMAGED ->
                Problem.error(
                        found.line(),
                        "",
                        new Label("这一行有损坏的字节，读不成文字", "There are damaged bytes on this line, which are no text"),
                        RETYPE);
            case UNKNOWN ->
                Problem.error(
                        found.line(),
                        "",
                        new Label("文字编码无法识别（既不是 UTF-8，也不是 GBK）", "The encoding is not known: neither UTF-8 nor GBK"),
                        new Label("请用记事本打开后另存为 UTF-8", "Open it in a text editor and save it as UTF-8"));
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
                    new Label("这一行有不可见的控制字符", "There is an invisible control character on this line"),
                    new Label(
                            "请删去重新输入；若满屏乱码，请确认交的是文本文件",
                            "Delete it and type it again; if all is garbled, check that it is a text file")));
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
