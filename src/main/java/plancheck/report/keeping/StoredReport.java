package plancheck.report.keeping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import plancheck.report.Report;

/**
 * A report as bytes that are kept for ever. With the lexicon of its rule book, kept beside it, they hold every word that
 * the rule book gave, so that each writer says the same of the re-read report, to the byte, whatever the rule books of
 * later years say.
 *
 * <p>The bytes: {@code plancheck-report}, the version of the format, the SHA-256 of the lexicon (not in version 1, which
 * had none), then compressed JSON with one name for each thing that is not empty. See {@link StoredJson}. A change
 * of the format gets a version of its own, and the old ones stay readable.
 */
public final class StoredReport {
    private static final byte[] MARK = "plancheck-report".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 4;
    private static final int WITHOUT_LEXICON = 1;
    private static final int DIGEST = 32;

    /**
     * A county's report: 18.0 KB of 184, for 19.3 KB at the quickest level, which would save a thirtieth of the 2 ms that
     * writing takes. The next level saves as much again (16.8 KB), but takes a seventh more time.
     */
    private static final int LEVEL = 3;

    private static final int BUFFER = 1 << 13;

    private StoredReport() {}

    /**
     * The report in the newest version of the format; the same report with the same lexicon gives the same bytes.
     *
     * @param lexicon to be kept too, and given again to read the report
     * @throws IllegalArgumentException when a finding holds a value that no stored report has
     */
    public static byte[] write(Report report, Lexicon lexicon) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
        bytes.writeBytes(MARK);
        bytes.write(VERSION);
        bytes.writeBytes(HexFormat.of().parseHex(lexicon.digest()));
        Deflater deflater = new Deflater(LEVEL);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(bytes, deflater, BUFFER);
            StoredJson.write(report, StoredWords.with(lexicon), deflated);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /**
     * The report that was written. A word of a vocabulary that this package does not know comes back with the same id
     * and words, though not as the same class.
     *
     * @param lexicons gives the lexicon that was kept under a digest, null when there is none
     * @throws StoredReportException when the bytes are no stored report, are damaged, of a version not known here, or
     *     without their lexicon
     */
    public static Report read(byte[] bytes, Function<String, @Nullable Lexicon> lexicons) {
        if (bytes.length <= MARK.length || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
            throw new StoredReportException("not a stored report");
        }
        int version = bytes[MARK.length] & 0xFF;
        int start = MARK.length + 1;
        if (version == WITHOUT_LEXICON) {
            return inflated(bytes, start, version, Lexicon.empty());
        }
        if (version == 0 || version > VERSION) {
            throw new StoredReportException(
                    "stored report of version " + version + ", known here are versions 1 to " + VERSION);
        }
        if (bytes.length < start + DIGEST) {
            throw new StoredReportException("stored report cut short");
        }
        String digest = HexFormat.of().formatHex(bytes, start, start + DIGEST);
        Lexicon lexicon = lexicons.apply(digest);
        if (lexicon == null) {
            throw new StoredReportException("the lexicon of the stored report is missing: " + digest);
        }
        return inflated(bytes, start + DIGEST, version, lexicon);
    }

    /** Whether the bytes of a stored report are all still those that were written, by the check sum in them. */
    public static boolean isWhole(byte[] bytes) {
        int start =
                MARK.length + 1 + (bytes.length > MARK.length && bytes[MARK.length] == WITHOUT_LEXICON ? 0 : DIGEST);
        if (bytes.length <= start || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
            return false;
        }
        Inflater inflater = new Inflater();
        try (InputStream all = new InflaterInputStream(
                new ByteArrayInputStream(bytes, start, bytes.length - start), inflater, BUFFER)) {
            all.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    private static Report inflated(byte[] bytes, int start, int version, Lexicon lexicon) {
        Inflater inflater = new Inflater();
        try {
            InputStream deflated = new ByteArrayInputStream(bytes, start, bytes.length - start);
            InputStream json = new InflaterInputStream(deflated, inflater, BUFFER);
            return version == VERSION ? StoredJson.report(json, lexicon) : StoredJson.earlierReport(json, lexicon);
        } catch (StoredReportException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever a damaged byte makes of lengths, names, dates and numbers.
            throw new StoredReportException("damaged stored report: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }
}
