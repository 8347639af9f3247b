package plancheck.workflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;
import plancheck.facts.Label;

/** Which files are taken as evidence, told by their content and not by what they are called. */
public final class EvidenceCheck {
    /** Largest file that is taken, in bytes. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    private static final int MAX_NAME = 200;

    private static final String PDF = "application/pdf";

    /** What is taken, with the endings of its name, the usual one first. */
    private static final Map<String, List<String>> TAKEN = Map.ofEntries(
            Map.entry(PDF, List.of(".pdf")),
            Map.entry("image/png", List.of(".png")),
            Map.entry("image/jpeg", List.of(".jpg", ".jpeg")),
            Map.entry("image/tiff", List.of(".tif", ".tiff")),
            Map.entry("image/bmp", List.of(".bmp")),
            Map.entry(OfficeFile.DOC.mediaType(), List.of(".doc")),
            Map.entry(OfficeFile.XLS.mediaType(), List.of(".xls", ".et")),
            Map.entry(OfficeFile.PPT.mediaType(), List.of(".ppt")),
            Map.entry(OfficeFile.DOCX.mediaType(), List.of(".docx")),
            Map.entry(OfficeFile.XLSX.mediaType(), List.of(".xlsx")),
            Map.entry(OfficeFile.PPTX.mediaType(), List.of(".pptx")));

    private static final Tika TIKA = new Tika();

    private EvidenceCheck() {}

    /**
     * The media type of a file that may be evidence.
     *
     * @throws Refusal {@code INVALID} or {@code TOO_LARGE} when it may not
     */
    static String mediaType(String name, byte[] content) {
        if (content.length == 0) {
            throw refusal(name, new Label("是空文件", "is empty"));
        }
        if (content.length > MAX_BYTES) {
            throw refusal(
                    Refusal.Why.TOO_LARGE,
                    name,
                    Label.filled(
                            "超过%s兆字节，请压缩或拆分", "has more than %s MB; compress or split it", MAX_BYTES / 1024 / 1024));
        }
        Optional<OfficeFile.OfficeContent> office = OfficeFile.of(content);
        if (office.isPresent() && office.get().runs()) {
            throw refusal(
                    name,
                    new Label(
                            "带有宏、控件或远程模板，不能收。请另存为不带宏的文档（.docx、.xlsx、.pptx）或 PDF 后再传",
                            "has macros, controls or a template elsewhere and is not taken; save it as a document"
                                    + " without macros (.docx, .xlsx, .pptx) or as PDF"));
        }
        String type = office.map(found -> found.kind().mediaType()).orElseGet(() -> TIKA.detect(content));
        if (type.equals(PDF) && !startsWithPdf(content)) {
            throw refusal(
                    name,
                    new Label(
                            "的 PDF 文件头前面还有别的内容，不能收。请用 PDF 软件重新导出后再传",
                            "has something before the head of its PDF and is not taken; export the PDF once more"));
        }
        if (!TAKEN.containsKey(type)) {
            throw refusal(
                    name,
                    Label.filled(
                            "不是 PDF、图片或 Office 文件（按内容识别为 %s）",
                            "is no PDF, picture or Office file (by its content it is %s)", type));
        }
        return type;
    }

    /** What finds a PDF elsewhere in a file also shows a page of HTML that stands before it. */
    private static boolean startsWithPdf(byte[] content) {
        return new String(content, 0, Math.min(content.length, 5), StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    /** What the file is called from now on: as given, but with an ending that says what it is. */
    static String named(String given, String type) {
        List<String> endings = TAKEN.getOrDefault(type, List.of(""));
        String name = given.isEmpty() ? "未命名" : given;
        String lower = name.toLowerCase(Locale.ROOT);
        String ending = endings.stream().filter(lower::endsWith).findFirst().orElse("");
        String stem = name.substring(0, name.length() - ending.length());
        String end = ending.isEmpty() ? endings.get(0) : name.substring(stem.length());
        return Words.shortened(stem, MAX_NAME - end.length()) + end;
    }

    private static Refusal refusal(String name, Label why) {
        return refusal(Refusal.Why.INVALID, name, why);
    }

    private static Refusal refusal(Refusal.Why kind, String name, Label why) {
        return new Refusal(kind, "文件“%s”%s", "The file “%s” %s", Words.shortened(name, MAX_NAME), why);
    }
}
