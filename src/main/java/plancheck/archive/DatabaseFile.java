package plancheck.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plancheck.facts.Message;

/**
 * The H2 file of a data folder, looked at before H2 opens it. H2 begins a new database in an empty file, and in a
 * damaged one goes back to the latest state it can make out, without a word; so what must not happen unseen is found
 * here: that the file is gone, empty, something else, older than it was, or not what it was when the service stopped.
 */
public final class DatabaseFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final String HEAD = "H:2,";
    private static final int BLOCK = 4096;

    private final Optional<DataFolder> folder;
    private long version;
    private boolean closed;

    private DatabaseFile(Optional<DataFolder> folder, long version) {
        this.folder = folder;
        this.version = version;
    }

    /** For a database that is kept elsewhere. */
    public static DatabaseFile none() {
        return new DatabaseFile(Optional.empty(), 0);
    }

    /**
     * Looks at the file, if there is one, and marks it as being in use.
     *
     * @param url by which H2 opens it
     * @throws UnusableDataException when it is not the database that was left here
     */
    public static DatabaseFile open(DataFolder folder, String url, String user) {
        Path file = folder.database();
        Optional<DatabaseMark> mark = DatabaseMark.read(folder.mark());
        if (!Files.exists(file)) {
            if (mark.isPresent()) {
                throw unusable(file, Message.of("archive.database-gone"));
            }
            return new DatabaseFile(Optional.of(folder), 0);
        }
        try {
            DatabaseFile opened = new DatabaseFile(Optional.of(folder), checked(file, mark, url, user));
            opened.mark("");
            return opened;
        } catch (IOException e) {
            throw unusable(file, Message.of("archive.database-unreadable", e));
        }
    }

    private static long checked(Path file, Optional<DatabaseMark> mark, String url, String user) throws IOException {
        if (Files.size(file) == 0) {
            throw unusable(file, Message.of("archive.database-empty"));
        }
        if (!looksLikeH2(file)) {
            throw unusable(file, Message.of("archive.database-written-over"));
        }
        String left = mark.map(DatabaseMark::digest).orElse("");
        if (!left.isEmpty()) {
            if (!left.equals(DatabaseMark.digest(file))) {
                throw unusable(file, Message.of("archive.database-changed"));
            }
            return mark.orElseThrow().version();
        }
        long found = version(file);
        long known = mark.map(DatabaseMark::version).orElse(0L);
        if (found < known) {
            throw unusable(file, Message.of("archive.database-older", known, found));
        }
        new ReadThrough(file).run(url, user);
        return found;
    }

    private static boolean looksLikeH2(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(2 * BLOCK);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.startsWith(HEAD) || text.startsWith(HEAD, BLOCK); // the head is kept twice
    }

    /** How far the file has got, by what can be made out of it; it is not touched. */
    private static long version(Path file) {
        try (MVStore store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            return store.getCurrentVersion();
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw inUse(file);
            }
            throw damaged(file, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) { // a wrong length in it ends as any of these
            throw damaged(file, e.toString());
        }
    }

    private static UnusableDataException damaged(Path file, String why) {
        return unusable(file, Message.of("archive.database-damaged-because", why));
    }

    private static UnusableDataException inUse(Path file) {
        Path folder = file.getParent();
        return new UnusableDataException(Message.of("archive.folder-in-use", String.valueOf(folder)));
    }

    static UnusableDataException unusable(Path file, Message what) {
        return new UnusableDataException(Message.of("archive.database-unusable", file, what));
    }

    /** Whether this is the file of H2 in a data folder, and not a database elsewhere. */
    boolean isHere() {
        return folder.isPresent();
    }

    /** H2 has made or opened it: what it made is closed to others too. */
    void opened() throws IOException {
        if (folder.isPresent()) {
            folder.get().close(false);
        }
    }

    /**
     * Notes that all up to this version is in the file for good.
     *
     * @return false when it had got further before
     */
    synchronized boolean reached(long now) throws IOException {
        if (!closed && now > version) {
            version = now;
            mark("");
        }
        return now >= version;
    }

    private void mark(String digest) throws IOException {
        if (folder.isPresent()) {
            new DatabaseMark(version, digest).write(folder.get().mark());
        }
    }

    /** To be called when H2 has closed it: every byte of it is known from now on. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (folder.isPresent() && Files.exists(folder.get().database())) {
                mark(DatabaseMark.digest(folder.get().database()));
            }
        } catch (IOException e) {
            LOG.warn("the database's mark cannot be written; the next start reads the database through instead", e);
        }
    }
}
