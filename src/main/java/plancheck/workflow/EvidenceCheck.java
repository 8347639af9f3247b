package plancheck.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/** Which files are taken as evidence, told by their content and not by what they are called. */
public final class EvidenceCheck {
    /** Largest file that is taken, in bytes. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    private static final Set<String> TAKEN = Set.of(
            "application/pdf",
            "image/png",
            "image/jpeg",
            "image/tiff",
            "image/bmp",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            OOXML + "wordprocessingml.document",
            OOXML + "spreadsheetml.sheet",
            OOXML + "presentationml.presentation");

    private static final Tika TIKA = new Tika();

    private EvidenceCheck() {}

    /**
     * The media type of a file that may be evidence.
     *
     * @throws Refusal {@code INVALID} when it may not
     */
    static String mediaType(String name, byte[] content) {
        if (content.length == 0) {
            throw refusal(name, "是空文件");
        }
        if (content.length > MAX_BYTES) {
            throw refusal(name, "超过" + MAX_BYTES / 1024 / 1024 + "兆字节，请压缩或拆分");
        }
        String type = TIKA.detect(content, name);
        boolean office = type.startsWith(OOXML);
        if (!TAKEN.contains(type)
                || office && !isOffice(content)
                || !office && !type.equals(withoutName(content, type))) {
            throw refusal(name, "不是 PDF、图片或 Office 文件（按内容识别为 " + type + "）");
        }
        return type;
    }

    /** The name only tells apart what shares one container; whatever else it claims must be in the content. */
    private static String withoutName(byte[] content, String type) {
        String found = TIKA.detect(content);
        return found.equals("application/x-tika-msoffice") ? type : found;
    }

    /** A zip file is an Office file when it says so in its table of contents. */
    private static boolean isOffice(byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("[Content_Types].xml")) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("reading a file in memory", e);
        }
    }

    private static Refusal refusal(String name, String why) {
        return new Refusal(Refusal.Why.INVALID, "文件“" + name + "”" + why);
    }
}
