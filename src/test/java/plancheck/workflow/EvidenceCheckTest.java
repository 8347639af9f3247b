package plancheck.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plancheck.access.Actor;
import plancheck.archive.Evidence;
import plancheck.service.TestService;

/** Evidence is what people print, scan and calculate with; nothing that runs. */
class EvidenceCheckTest {

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("a.pdf", SampleFiles.PDF, "application/pdf"),
                Arguments.of("a.png", SampleFiles.image("png"), "image/png"),
                Arguments.of("a.JPG", SampleFiles.image("jpeg"), "image/jpeg"),
                Arguments.of("a.tif", SampleFiles.image("tiff"), "image/tiff"),
                Arguments.of("a.bmp", SampleFiles.image("bmp"), "image/bmp"),
                Arguments.of("a.docx", SampleFiles.docx(), OfficeFile.DOCX.mediaType()),
                Arguments.of(
                        "a.xlsx",
                        SampleFiles.zip("xl/workbook.xml", "[Content_Types].xml"),
                        OfficeFile.XLSX.mediaType()),
                Arguments.of(
                        "a.pptx",
                        SampleFiles.zip("[Content_Types].xml", "ppt/presentation.xml"),
                        OfficeFile.PPTX.mediaType()),
                Arguments.of("a.doc", SampleFiles.ole2("WordDocument"), "application/msword"),
                Arguments.of("a.xls", SampleFiles.ole2("Workbook"), "application/vnd.ms-excel"),
                Arguments.of("a.ppt", SampleFiles.ole2("PowerPoint Document"), "application/vnd.ms-powerpoint"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void what_is_printed_scanned_or_calculated_with_is_taken(String name, byte[] content, String type) {
        assertEquals(type, EvidenceCheck.mediaType(name, content));
        assertEquals(name, EvidenceCheck.named(name, type));
    }

    static Stream<Arguments> refused() {
        byte[] cut = SampleFiles.docx();
        return Stream.of(
                Arguments.of("空.pdf", new byte[0]),
                Arguments.of("程序.pdf", SampleFiles.EXE),
                Arguments.of("程序.docx", SampleFiles.EXE),
                Arguments.of("程序.doc", SampleFiles.ELF),
                Arguments.of("安装.doc", SampleFiles.ole2("Property")),
                Arguments.of("网页.pdf", SampleFiles.ascii("<!DOCTYPE html><html><script>alert(1)</script></html>")),
                Arguments.of("网页.doc", SampleFiles.ascii("<html><body>x</body></html>")),
                Arguments.of("图.png", SampleFiles.ascii("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>")),
                Arguments.of(
                        "图.svg",
                        SampleFiles.ascii("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Arguments.of("动画.gif", SampleFiles.ascii("GIF89a0000000000000000")),
                Arguments.of("文字.txt", SampleFiles.ascii("hello")),
                Arguments.of("压缩.docx", SampleFiles.zip("a.txt", "b.txt")),
                Arguments.of("压缩.docx", SampleFiles.zip("[Content_Types].xml", "a.exe")),
                Arguments.of("程序.docx", SampleFiles.zip("META-INF/MANIFEST.MF", "word/document.xml")),
                Arguments.of(
                        "宏.docx", SampleFiles.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
                Arguments.of("残.docx", Arrays.copyOf(cut, 40)),
                Arguments.of("炸弹.docx", SampleFiles.bomb()),
                Arguments.of("宏.doc", SampleFiles.ole2("WordDocument", "Macros")),
                Arguments.of("宏.doc", SampleFiles.ole2("WordDocument", "vba")),
                Arguments.of("宏.xls", SampleFiles.ole2("Workbook", "_VBA_PROJECT_CUR")),
                Arguments.of("宏.ppt", powerPointWithMacros()),
                Arguments.of("前有网页.pdf", SampleFiles.joined(HTML, SampleFiles.PDF)),
                Arguments.of("前有空行.pdf", SampleFiles.joined(SampleFiles.ascii("\n"), SampleFiles.PDF)),
                Arguments.of("前有网页.docx", SampleFiles.joined(HTML, SampleFiles.docx())),
                Arguments.of("后有网页.docx", SampleFiles.joined(SampleFiles.docx(), HTML)),
                Arguments.of("前有网页.png", SampleFiles.joined(HTML, SampleFiles.image("png"))),
                Arguments.of("两份.docx", SampleFiles.joined(macros("word/vbaProject.bin"), SampleFiles.docx())));
    }

    private static final byte[] HTML = SampleFiles.ascii("<html><script>alert(1)</script></html>\n");

    private static byte[] powerPointWithMacros() {
        byte[] all = SampleFiles.ole2("PowerPoint Document");
        byte[] said = {0x1F, 0, (byte) 0xFF, 3, 0x14, 0, 0, 0, 2, 0, 0, 4, 0x0C, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0};
        System.arraycopy(said, 0, all, 3001, said.length);
        return all;
    }

    private static byte[] macros(String name) {
        return SampleFiles.zip("[Content_Types].xml", "word/document.xml", name);
    }

    private static byte[] typed(String contentType) {
        return SampleFiles.docxWith(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/a.bin\" ContentType=\"" + contentType + "\"/></Types>");
    }

    private static byte[] related(String type, String target) {
        return SampleFiles.docxWith(
                "[Content_Types].xml",
                "<Types/>",
                "word/_rels/settings.xml.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + type + "\" Target=\"" + target + "\" TargetMode=\"External\"/></Relationships>");
    }

    static Stream<Arguments> running() {
        return Stream.of(
                Arguments.of("大小写", macros("word/VBAPROJECT.BIN")),
                Arguments.of("别处", macros("a/b/c/VbaProject.bin")),
                Arguments.of("反斜杠", macros("word\\vbaProject.bin")),
                Arguments.of("老式宏表", macros("xl/macrosheets/sheet1.xml")),
                Arguments.of("控件", macros("word/activeX/activeX1.bin")),
                Arguments.of("改名的宏", typed("application/vnd.ms-office.vbaProject")),
                Arguments.of("改名的docm", typed("application/vnd.ms-word.document.macroEnabled.main+xml")),
                Arguments.of("写成转义的宏", typed("application/vnd.ms-office.&#118;baProject")),
                Arguments.of("远程模板", related("attachedTemplate", "https://example.org/a.dotm")),
                Arguments.of("共享模板", related("attachedTemplate", "\\\\server\\a.dotm")),
                Arguments.of("共享模板", related("attachedTemplate", "file://server/a.dotm")),
                Arguments.of("远程对象", related("oleObject", "https://example.org/a")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("running")
    void what_runs_when_it_is_opened_is_refused_whatever_its_parts_are_called(String name, byte[] content) {
        Refusal refusal = assertThrows(Refusal.class, () -> EvidenceCheck.mediaType(name, content));
        assertEquals(Refusal.Why.INVALID, refusal.why());
        assertTrue(refusal.getMessage().contains("宏"), refusal.getMessage());
    }

    @Test
    void what_a_document_names_without_running_it_is_taken() {
        for (byte[] content : List.of(
                related("hyperlink", "https://example.org/"),
                related("attachedTemplate", "file:///C:\\Users\\li\\公文.dotx"),
                related("attachedTemplate", "Normal.dotm"))) {
            assertEquals(OfficeFile.DOCX.mediaType(), EvidenceCheck.mediaType("a.docx", content));
        }
    }

    @Test
    void a_list_at_the_end_that_names_what_the_entries_do_not_is_refused() {
        byte[] whole = macros("word/aaaaaaaaaaa.bin");
        byte[] from = SampleFiles.ascii("word/aaaaaaaaaaa.bin");
        byte[] to = SampleFiles.ascii("word/vbaProject.bin2");
        int last = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("word/aaaaaaaaaaa.bin");
        assertEquals(OfficeFile.DOCX.mediaType(), EvidenceCheck.mediaType("a.docx", whole));
        System.arraycopy(to, 0, whole, last, from.length);
        assertThrows(Refusal.class, () -> EvidenceCheck.mediaType("a.docx", whole));
    }

    @Test
    void a_file_of_more_than_twenty_megabytes_is_too_large() {
        byte[] larger = Arrays.copyOf(SampleFiles.PDF, EvidenceCheck.MAX_BYTES + 1);
        Refusal refusal = assertThrows(Refusal.class, () -> EvidenceCheck.mediaType("大.pdf", larger));
        assertEquals(Refusal.Why.TOO_LARGE, refusal.why());
        assertTrue(refusal.getMessage().contains("大.pdf"), refusal.getMessage());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void anything_else_is_refused_whatever_it_is_called(String name, byte[] content) {
        Refusal refusal = assertThrows(Refusal.class, () -> EvidenceCheck.mediaType(name, content));
        assertEquals(Refusal.Why.INVALID, refusal.why());
        assertTrue(refusal.getMessage().contains(name), refusal.getMessage());
    }

    @Test
    void twenty_megabytes_are_just_taken() {
        byte[] largest = Arrays.copyOf(SampleFiles.PDF, EvidenceCheck.MAX_BYTES);
        assertEquals("application/pdf", EvidenceCheck.mediaType("大.pdf", largest));
    }

    @Test
    void a_name_says_what_the_file_is() {
        Map<String, String> names = Map.of(
                "a.pdf", "a.pdf",
                "A.PDF", "A.PDF",
                "a.html", "a.html.pdf",
                "扫描件", "扫描件.pdf",
                "", "未命名.pdf");
        names.forEach((given, kept) -> assertEquals(kept, EvidenceCheck.named(given, "application/pdf")));
        String kept = EvidenceCheck.named("长".repeat(300) + ".pdf", "application/pdf");
        assertEquals(200, kept.length());
        assertTrue(kept.endsWith("….pdf"), kept);
    }

    @Test
    void folders_are_cut_off_a_name_and_what_cannot_be_kept_is_refused() {
        TestService service = TestService.shared();
        Actor officer = service.actor("jingchuan");
        DossierDesk desk = service.bean(DossierDesk.class);
        UUID id = new Draft(service).draft(officer).id();
        for (String name : new String[] {"../../etc/证明.pdf", "C:\\Users\\li\\证明.pdf", "证明.pdf", " 证明.pdf "}) {
            Evidence kept = desk.attach(officer, id, "/figures/land-revenue-share", name, SampleFiles.PDF);
            assertEquals("证明.pdf", kept.name());
            assertEquals("application/pdf", kept.mediaType());
        }
        assertEquals(
                "未命名.pdf",
                desk.attach(officer, id, "/figures/land-revenue-share", "a/", SampleFiles.PDF)
                        .name());
        assertThrows(
                Refusal.class,
                () -> desk.attach(officer, id, "/figures/land-revenue-share", "a\0.pdf", SampleFiles.PDF));
        assertThrows(Refusal.class, () -> desk.attach(officer, id, "/figures/\0", "a.pdf", SampleFiles.PDF));
        assertThrows(Refusal.class, () -> desk.attach(officer, id, "x", "a.pdf", SampleFiles.PDF));
        for (String nothing :
                List.of("/figures/nonsense", "/villages/x", "/villages/0/nonsense", "/", "//", "/figures/")) {
            assertThrows(Refusal.class, () -> desk.attach(officer, id, nothing, "a.pdf", SampleFiles.PDF), nothing);
        }
        for (String known :
                List.of("/villages", "/villages/0/hardened-road", "/declarations/ancient-trees-protected")) {
            assertEquals(
                    known,
                    desk.attach(officer, id, known, "a.pdf", SampleFiles.PDF).figure());
        }
        assertThrows(Refusal.class, () -> desk.attach(officer, id, "/" + "x".repeat(200), "a.pdf", SampleFiles.PDF));
    }

    @Test
    void two_hundred_files_are_enough() {
        TestService service = TestService.shared();
        Actor officer = service.actor("jingchuan");
        DossierDesk desk = service.bean(DossierDesk.class);
        UUID id = new Draft(service).draft(officer).id();
        Evidence last = null;
        for (int i = 0; i < DossierDesk.MAX_FILES; i++) {
            last = desk.attach(officer, id, "/figures/land-revenue-share", i + ".pdf", SampleFiles.PDF);
        }
        assertThrows(
                Refusal.class, () -> desk.attach(officer, id, "/figures/land-revenue-share", "x.pdf", SampleFiles.PDF));
        desk.detach(officer, id, java.util.Objects.requireNonNull(last).id());
        desk.attach(officer, id, "/figures/land-revenue-share", "x.pdf", SampleFiles.PDF);
    }
}
