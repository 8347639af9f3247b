package plancheck.workflow;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The Office formats, known by what stands inside their two containers: a zip file, or Microsoft's older file system. */
enum OfficeFile {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/document.xml"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/workbook.xml"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/presentation.xml"),
    DOC("application/msword", "WordDocument"),
    XLS("application/vnd.ms-excel", "Workbook"),
    PPT("application/vnd.ms-powerpoint", "PowerPoint Document");

    private final String mediaType;
    private final String part;

    /** @param part what every file of the kind contains under this name */
    OfficeFile(String mediaType, String part) {
        this.mediaType = mediaType;
        this.part = part;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * What a file was found to be.
     *
     * @param runs whether it brings along what is run when it is opened: macros, controls, a template from elsewhere
     */
    record OfficeContent(OfficeFile kind, boolean runs) {}

    /** Empty when it is none, or damaged, or a zip file that shows different readers different things. */
    static Optional<OfficeContent> of(byte[] content) {
        if (OlderFile.is(content)) {
            return among(OlderFile.names(content), OlderFile.hasMacros(content), DOC, XLS, PPT);
        }
        return OfficePackage.of(content)
                .filter(parts -> parts.names().contains("[Content_Types].xml"))
                .flatMap(parts -> among(parts.names(), parts.runs(), DOCX, XLSX, PPTX));
    }

    private static Optional<OfficeContent> among(Set<String> names, boolean runs, OfficeFile... kinds) {
        return Stream.of(kinds)
                .filter(kind -> names.contains(kind.part))
                .findFirst()
                .map(kind -> new OfficeContent(kind, runs));
    }
}
