package plancheck.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.facts.Message;

/**
 * What is known of the database file beside it: how far it had got, and after an orderly stop every byte of it. So a
 * file that was cut, damaged, put back or made anew is told from the one that was left.
 *
 * @param version H2's own count of what it has written; the file is at this or a later one
 * @param digest SHA-256 of the file after an orderly stop, in hexadecimal; empty while it is in use
 */
record DatabaseMark(long version, String digest) {
    private static final Pattern LINES =
            Pattern.compile("plancheck-mark 1\nversion (\\d{1,18})\nsha256 ([0-9a-f]{64}|)\n");

    /** @throws UnusableDataException when there is one that cannot be read */
    static Optional<DatabaseMark> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Matcher lines = LINES.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            if (lines.matches()) {
                return Optional.of(new DatabaseMark(Long.parseLong(lines.group(1)), lines.group(2)));
            }
        } catch (IOException e) {
            throw new UnusableDataException(Message.of("archive.mark-unreadable", file, String.valueOf(e)));
        }
        throw new UnusableDataException(Message.of("archive.mark-damaged", file));
    }

    void write(Path file) throws IOException {
        DataFolder.write(file, "plancheck-mark 1\nversion " + version + "\nsha256 " + digest + "\n");
    }

    static String digest(Path database) throws IOException {
        try (InputStream in = Files.newInputStream(database);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 18];
            while (digested.read(buffer) >= 0) {
                // each byte is counted in on its way
            }
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
