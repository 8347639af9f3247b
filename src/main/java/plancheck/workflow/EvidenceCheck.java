package plancheck.workflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;
import plancheck.facts.Message;

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
            throw refusal(name, Message.of("workflow.evidence-empty"));
        }
        if (content.length > MAX_BYTES) {
            throw refusal(
                    Refusal.Why.TOO_LARGE, name, Message.of("workflow.evidence-too-large", MAX_BYTES / 1024 / 1024));
        }
        Optional<OfficeFile.OfficeContent> office = OfficeFile.of(content);
        if (office.isPresent() && office.get().runs()) {
            throw refusal(name, Message.of("workflow.evidence-with-macros"));
        }
        String type = office.map(found -> found.kind().mediaType()).orElseGet(() -> TIKA.detect(content));
        if (type.equals(PDF) && !startsWithPdf(content)) {
            throw refusal(name, Message.of("workflow.evidence-before-pdf-head"));
        }
        if (!TAKEN.containsKey(type)) {
            throw refusal(name, Message.of("workflow.evidence-of-other-type", type));
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

    private static Refusal refusal(String name, Message why) {
        return refusal(Refusal.Why.INVALID, name, why);
    }

    private static Refusal refusal(Refusal.Why kind, String name, Message why) {
        return new Refusal(kind, Message.of("workflow.evidence-file", Words.shortened(name, MAX_NAME), why));
    }
}
