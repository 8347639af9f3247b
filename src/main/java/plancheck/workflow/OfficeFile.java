package plancheck.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The Office formats, known by what stands inside their two containers: a zip file, or Microsoft's older file system. */
enum OfficeFile {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/document.xml"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/workbook.xml"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/presentation.xml"),
    DOC("application/msword", "WordDocument"),
    XLS("application/vnd.ms-excel", "Workbook"),
    PPT("application/vnd.ms-powerpoint", "PowerPoint Document");

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    /** A file that unpacks to more is no document but a way to keep the service busy. */
    private static final long MAX_UNPACKED = 400L * 1024 * 1024;

    private static final int MAX_ENTRIES = 10_000;

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

    /** Which kind it is; empty when it is none, or one with macros, or damaged. */
    static Optional<OfficeFile> of(byte[] content) {
        if (startsWith(content, OLE2)) {
            return Stream.of(DOC, XLS, PPT)
                    .filter(kind -> kind.isNamedIn(content))
                    .findFirst();
        }
        if (!startsWith(content, ZIP)) {
            return Optional.empty();
        }
        Set<String> names = names(content);
        boolean declared = names.contains("[Content_Types].xml");
        boolean macros = names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"));
        return Stream.of(DOCX, XLSX, PPTX)
                .filter(kind -> declared && !macros && names.contains(kind.part))
                .findFirst();
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        if (content.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (content[i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** The older file system names its streams in UTF-16, in directory entries of 128 bytes. */
    private boolean isNamedIn(byte[] content) {
        byte[] name = (part + "\0").getBytes(StandardCharsets.UTF_16LE);
        for (int at = 512; at + name.length <= content.length; at += 128) {
            int i = 0;
            while (i < name.length && content[at + i] == name[i]) {
                i++;
            }
            if (i == name.length) {
                return true;
            }
        }
        return false;
    }

    /** The names of what is in a zip file; none when it is damaged or unpacks to too much. */
    private static Set<String> names(byte[] content) {
        Set<String> names = new HashSet<>();
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > MAX_UNPACKED) {
                        return Set.of();
                    }
                }
                if (names.size() > MAX_ENTRIES) {
                    return Set.of();
                }
            }
            return names;
        } catch (IOException | IllegalArgumentException e) {
            return Set.of(); // damaged, or named in no encoding that is known
        }
    }
}
