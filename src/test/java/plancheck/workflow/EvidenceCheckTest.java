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
                Arguments.of("大.pdf", Arrays.copyOf(SampleFiles.PDF, EvidenceCheck.MAX_BYTES + 1)));
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
