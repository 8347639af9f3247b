package plancheck.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import plancheck.dossier.reading.DossierReader;
import plancheck.dossier.reading.SourceText;
import plancheck.rulebook.RuleBook;

/** Reads whatever a dossier may be handed in as: YAML, JSON, a workbook. Safe to share between threads. */
public final class HandedInReader {
    private final DossierReader texts;
    private final DossierWorkbook workbooks;

    public HandedInReader(RuleBook book) {
        this.texts = new DossierReader(book);
        this.workbooks = new DossierWorkbook(book);
    }

    /** @throws IOException when the file cannot be read at all */
    public HandedIn read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream);
        }
    }

    /** Reads a stream to its end, but no further than the largest workbook may be long. */
    public HandedIn read(InputStream stream) throws IOException {
        return read(stream.readNBytes(Math.max(OpenedWorkbook.MAX_BYTES, (int) SourceText.MAX_BYTES) + 1));
    }

    /** Whether the bytes are an office's file, which only a workbook should be. */
    public static boolean isWorkbook(byte[] bytes) {
        return OpenedWorkbook.isOfficeFile(bytes);
    }

    /** Never throws for what stands in it. */
    public HandedIn read(byte[] bytes) {
        return isWorkbook(bytes) ? workbooks.read(bytes) : new HandedIn(bytes, texts.read(bytes), Map.of(), List.of());
    }
}
