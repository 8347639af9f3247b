package plancheck.dossier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a file into text. Offices often save in GBK: that is recognised, said, and read. */
public final class SourceText {
    /** Larger files are refused unread; a whole city's dossier has a few hundred kilobytes. */
    public static final long MAX_BYTES = 10L * 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private SourceText() {}

    /** What to say of a file that is larger than {@link #MAX_BYTES}. */
    public static Problem tooLarge(long bytes) {
        return Problem.error(
                0, "", "文件有" + bytes / (1024 * 1024) + "兆，超过" + MAX_BYTES / (1024 * 1024) + "兆的上限", "请确认选对了文件；村庄、小区等清单过长时请分县填报");
    }

    /** The text; null when the bytes are no text, which is then among the problems. */
    static @Nullable String decode(byte[] bytes, List<Problem> problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add(tooLarge(bytes.length));
            return null;
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        if (isBinary(bytes)) {
            problems.add(Problem.error(0, "", "这不是文本文件", binaryAdvice(bytes)));
            return null;
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8.startsWith("\uFEFF") ? utf8.substring(1) : utf8;
        }
        String gbk = strictly(bytes, GB18030);
        if (gbk != null) {
            problems.add(Problem.warning(0, "", "文件是 GBK 编码，已按 GBK 读取", "建议另存为 UTF-8，以免在别的电脑上出现乱码"));
            return gbk;
        }
        problems.add(Problem.error(0, "", "文字编码无法识别（既不是 UTF-8，也不是 GBK）", "请用记事本打开后另存为 UTF-8"));
        return null;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isBinary(byte[] bytes) {
        if (startsWith(bytes, 'P', 'K') || startsWith(bytes, '%', 'P') || startsWith(bytes, 0xD0, 0xCF)) {
            return true;
        }
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static String binaryAdvice(byte[] bytes) {
        if (startsWith(bytes, 'P', 'K') || startsWith(bytes, 0xD0, 0xCF)) {
            return "看来是 Word 或 Excel 文件，请改交 YAML 或 JSON 材料（plancheck template 可生成）";
        }
        return startsWith(bytes, '%', 'P') ? "看来是 PDF 文件，请改交 YAML 或 JSON 材料" : "请改交 YAML 或 JSON 材料";
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
