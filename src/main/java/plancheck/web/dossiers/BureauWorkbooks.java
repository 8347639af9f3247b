package plancheck.web.dossiers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import plancheck.archive.StoredCollection;
import plancheck.rulebook.Bureau;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.DossierWorkbook;
import plancheck.workflow.BureauPart;
import plancheck.workflow.BureauParts;

/** The workbooks of a collection: one a bureau, and all of them with the list of who gets which. */
@Component
class BureauWorkbooks {
    private final DossierWorkbook workbooks;
    private final BureauParts parts;

    BureauWorkbooks(RuleBook book, BureauParts parts) {
        this.workbooks = new DossierWorkbook(book);
        this.parts = parts;
    }

    /** A workbook of the part, with what the dossier answered of it already. */
    byte[] of(BureauPart part) {
        return workbooks.of(part.bureau(), part.asked(), part.shown());
    }

    static String name(BureauPart part) {
        return part.asked().head().place().name() + part.asked().head().asOf().getYear() + "-"
                + part.bureau().name().zh() + ".xlsx";
    }

    /** @param bureaus ids of those that are asked */
    byte[] all(StoredCollection collection, List<String> bureaus) {
        Map<Bureau, String> files = new LinkedHashMap<>();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped, StandardCharsets.UTF_8)) {
            for (String bureau : bureaus) {
                BureauPart part = parts.of(collection.begunWith(), bureau);
                files.put(part.bureau(), name(part));
                put(zip, name(part), of(part));
            }
            put(zip, "分工表.xlsx", workbooks.cover(parts.asked(collection.begunWith()), files));
        } catch (IOException e) {
            throw new UncheckedIOException("writing a zip to memory", e);
        }
        return zipped.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
