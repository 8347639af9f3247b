package plancheck.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A report as bytes that are kept for ever. They hold every word that the rule book gave, so that each writer says the
 * same of the re-read report, to the byte, whatever the rule books of later years say.
 *
 * <p>The bytes: {@code plancheck-report}, the version of the format, then compressed JSON with one name for each thing
 * that is not empty. See {@link ReportEncoder}. A change of the format gets a version of its own, and the old one
 * stays readable.
 */
public final class StoredReport {
    private static final byte[] MARK = "plancheck-report".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    /** A twentieth smaller than at the quickest level, for a tenth more time in all; the next level takes half again. */
    private static final int LEVEL = 3;

    private static final int BUFFER = 1 << 13;

    private StoredReport() {}

    /**
     * The report in the newest version of the format; the same report gives the same bytes.
     *
     * @throws IllegalArgumentException when a finding holds a value that no stored report has
     */
    public static byte[] write(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
        bytes.writeBytes(MARK);
        bytes.write(VERSION);
        Deflater deflater = new Deflater(LEVEL);
        try {
            new ReportEncoder(new DeflaterOutputStream(bytes, deflater, BUFFER)).encode(report);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /**
     * The report that was written. A word of a vocabulary that this package does not know comes back with the same id
     * and words, though not as the same class.
     *
     * @throws StoredReportException when the bytes are no stored report, are damaged, or of a version not known here
     */
    public static Report read(byte[] bytes) {
        if (bytes.length <= MARK.length || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
            throw new StoredReportException("not a stored report");
        }
        int version = bytes[MARK.length] & 0xFF;
        if (version != VERSION) {
            throw new StoredReportException(
                    "stored report of version " + version + ", known here is version " + VERSION);
        }
        Inflater inflater = new Inflater();
        try {
            InputStream deflated = new ByteArrayInputStream(bytes, MARK.length + 1, bytes.length - MARK.length - 1);
            return new ReportDecoder(new InflaterInputStream(deflated, inflater, BUFFER)).decode();
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
