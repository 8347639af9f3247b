package plancheck.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plancheck.facts.Message;

/**
 * The folder in which the service keeps its data. It holds password hashes, evidence and secrets, so it is for the
 * account that the service runs as and nobody else: 700, and 600 for what lies in it. Windows has its own rules, which
 * are left alone.
 */
public record DataFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");

    /** Begins the name of everything of ours, but for the official texts. */
    private static final String OURS = "plancheck";

    private static final String TEXTS = "plans";

    /** The file in which H2 keeps the database. */
    public Path database() {
        return path.resolve("plancheck.mv.db");
    }

    Path mark() {
        return path.resolve("plancheck.mark");
    }

    Path key() {
        return path.resolve("plancheck.key");
    }

    /**
     * Makes the folder where there is none, closes to others what is open to them, and sees that it can be written to.
     *
     * @throws UnusableDataException when it cannot
     */
    public void prepare() {
        try {
            boolean made = !Files.isDirectory(path);
            if (made) {
                Files.createDirectories(path);
            }
            close(!made);
            Files.delete(Files.createTempFile(path, OURS, ".tmp"));
            if (Files.exists(database())) {
                FileChannel.open(database(), StandardOpenOption.WRITE).close();
            }
        } catch (FileAlreadyExistsException e) {
            throw new UnusableDataException(Message.of("archive.folder-is-file", path));
        } catch (IOException e) {
            throw new UnusableDataException(Message.of("archive.folder-not-writable", path, said(e)));
        }
    }

    private static String said(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /**
     * Closes to others whatever of ours is open to them.
     *
     * @param old whether it was so before, and so may have been read, which is said
     */
    void close(boolean old) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) == null) {
            return;
        }
        List<Path> closed = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : entries.toList()) {
                if (isOurs(entry)) {
                    closeAll(entry, closed);
                } else {
                    others.add(entry);
                }
            }
        }
        if (others.isEmpty()) {
            closeOne(path, closed);
        } else if (old && isOpen(path)) {
            LOG.warn(
                    "{} has files in it that are not plancheck's, so it stays open to other accounts of this machine;"
                            + " a folder of its own would be safer",
                    path);
        }
        if (old && !closed.isEmpty()) {
            LOG.warn("closed to other accounts of this machine, which could read it until now: {}", closed);
        }
    }

    private static boolean isOurs(Path entry) {
        String name = entry.getFileName().toString();
        return !Files.isSymbolicLink(entry) && (name.startsWith(OURS) || name.equals(TEXTS));
    }

    private static void closeAll(Path entry, List<Path> closed) throws IOException {
        try (Stream<Path> below = Files.walk(entry)) {
            for (Path one : below.toList()) {
                closeOne(one, closed);
            }
        }
    }

    private static void closeOne(Path one, List<Path> closed) throws IOException {
        if (isOpen(one)) {
            Files.setPosixFilePermissions(one, Files.isDirectory(one) ? OWN_FOLDER : OWN_FILE);
            closed.add(one);
        }
    }

    private static boolean isOpen(Path one) throws IOException {
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(one, LinkOption.NOFOLLOW_LINKS);
        return !Files.isSymbolicLink(one) && !OWN_FOLDER.containsAll(now);
    }

    /** Writes a small file of ours so that it is the old one or the new one, whatever happens, and readable by nobody else. */
    static void write(Path file, String content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        boolean posix =
                Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class) != null;
        if (posix) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(OWN_FILE));
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(
                part,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
