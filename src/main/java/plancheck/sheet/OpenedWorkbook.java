package plancheck.sheet;

import com.github.pjfanning.xlsx.StreamingReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Message;

/** Opens a workbook, new or old; of what cannot be opened, or had better not be, it says why. */
final class OpenedWorkbook {
    /** A county's workbook has some hundred kilobytes. */
    static final int MAX_BYTES = 20 * 1024 * 1024;
    /** Unpacked, one sheet of 100,000 rows has some thirty megabytes. */
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;

    private static final int MOST_PARTS = 2_000;
    private static final int ROWS_AT_ONCE = 200;
    private static final String ZIP = "PK\u0003\u0004";
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0";

    static {
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
    }

    private OpenedWorkbook() {}

    /** Whether the bytes are those of an office's file, be it a workbook or not. */
    static boolean isOfficeFile(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        return head.equals(ZIP) || head.equals(OLE);
    }

    /** Null for what cannot be opened, which is then among the problems. */
    static @Nullable Workbook open(byte[] bytes, Problems problems) {
        if (bytes.length > MAX_BYTES) {
            return refuse(problems, Message.of("sheet.too-large", MAX_BYTES / (1024 * 1024)), "sheet.split-it");
        }
        try {
            return bytes[0] == 'P' ? modern(bytes, problems) : old(bytes, problems);
        } catch (EncryptedDocumentException e) {
            return refuse(problems, Message.of("sheet.has-password"), "sheet.take-off-password");
        } catch (IOException | RuntimeException e) {
            return refuse(problems, broken(e), "sheet.open-and-save-again");
        }
    }

    /** Why reading it broke off. */
    static Message broken(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return Message.of("sheet.bomb");
            }
        }
        return Message.of("sheet.broken");
    }

    private static @Nullable Workbook modern(byte[] bytes, Problems problems) throws IOException {
        Set<String> parts = parts(bytes);
        if (parts.isEmpty()) {
            return refuse(problems, Message.of("sheet.bomb"), "sheet.open-and-save-again");
        }
        if (parts.stream().anyMatch(part -> part.endsWith("vbaProject.bin"))) {
            return refuse(problems, Message.of("sheet.has-macros"), "sheet.save-without-macros");
        }
        if (!parts.contains("xl/workbook.xml")) {
            return refuse(problems, other(parts), "sheet.save-as-xlsx");
        }
        return StreamingReader.builder()
                .rowCacheSize(ROWS_AT_ONCE)
                .setAvoidTempFiles(true)
                .open(new ByteArrayInputStream(bytes));
    }

    private static Message other(Set<String> parts) {
        if (parts.stream().anyMatch(part -> part.startsWith("word/"))) {
            return Message.of("sheet.is-word");
        }
        if (parts.contains("xl/workbook.bin")) {
            return Message.of("sheet.is-xlsb");
        }
        boolean openDocument = parts.contains("content.xml");
        return Message.of(openDocument ? "sheet.is-ods" : "sheet.no-workbook");
    }

    /** The names of what is packed in it; none where it would unpack to more than any workbook has. */
    private static Set<String> parts(byte[] bytes) throws IOException {
        Set<String> names = new HashSet<>();
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        // By its directory: read from the front, what a program wrote in one go (Zip64 without sizes) looks damaged.
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                names.add(entry.getName());
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED || names.size() > MOST_PARTS) {
                            return Set.of();
                        }
                    }
                }
            }
        }
        if (names.isEmpty()) {
            throw new IOException("nothing is packed in it");
        }
        return names;
    }

    private static @Nullable Workbook old(byte[] bytes, Problems problems) throws IOException {
        POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes));
        DirectoryNode root = files.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            return refuse(problems, Message.of("sheet.has-password"), "sheet.take-off-password");
        }
        if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
            return refuse(problems, Message.of("sheet.has-macros"), "sheet.save-without-macros");
        }
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            return refuse(problems, Message.of("sheet.is-word"), "sheet.save-as-xlsx");
        }
        if (!root.hasEntryCaseInsensitive("Workbook") && !root.hasEntryCaseInsensitive("Book")) {
            return refuse(problems, Message.of("sheet.no-workbook"), "sheet.save-as-xlsx");
        }
        return new HSSFWorkbook(files);
    }

    private static @Nullable Workbook refuse(Problems problems, Message why, String advice) {
        problems.add(Problem.error(0, "", why, Message.of(advice)));
        return null;
    }
}
