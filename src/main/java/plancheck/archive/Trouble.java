package plancheck.archive;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import plancheck.facts.Message;

/** What keeps the database from answering, though nothing is wrong with what was asked of it. */
public enum Trouble {
    UNREACHABLE(Message.of("archive.database-away"), Message.of("archive.database-away-said")),
    DISK_FULL(Message.of("archive.disk-full"), Message.of("archive.disk-full-said")),
    DAMAGED(Message.of("archive.database-damaged"), Message.of("archive.database-damaged-said"));

    /** What operating systems say of a disk that takes no more. */
    private static final List<String> NO_ROOM = List.of("No space left", "not enough space", "quota exceeded");

    private static final int DEEPEST = 50;

    private static final int H2_CLOSED = 90098;
    private static final int H2_BROKEN = 90067;
    private static final int H2_CORRUPT = 90030;

    private final Message brief;
    private final Message message;

    Trouble(Message brief, Message message) {
        this.brief = brief;
        this.message = message;
    }

    /** For whoever runs the service, in a few words. */
    public Message brief() {
        return brief;
    }

    /** For whoever had asked for something. */
    public Message message() {
        return message;
    }

    /** Whether a failure comes from this; empty when the fault is another. */
    public static Optional<Trouble> of(@Nullable Throwable failure) {
        Trouble found = null;
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth++ < DEEPEST; cause = cause.getCause()) {
            Trouble here = one(cause);
            if (here == null && cause instanceof TransactionSystemException rolledBack) {
                // What could not be rolled back hides why it was to be.
                here = of(rolledBack.getApplicationException()).orElse(null);
            }
            if (here != null && (found == null || found == UNREACHABLE)) {
                found = here; // H2 says that it is closed, and beneath that, why
            }
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable Trouble one(Throwable cause) {
        if (cause instanceof IOException && NO_ROOM.stream().anyMatch(String.valueOf(cause.getMessage())::contains)) {
            return DISK_FULL;
        }
        if (cause instanceof MVStoreException store) {
            return ofStore(store.getErrorCode());
        }
        if (cause instanceof SQLException sql) {
            return ofSql(sql);
        }
        return null;
    }

    private static @Nullable Trouble ofStore(int code) {
        return switch (code) {
            case org.h2.mvstore.DataUtils.ERROR_WRITING_FAILED -> DISK_FULL;
            case org.h2.mvstore.DataUtils.ERROR_READING_FAILED, org.h2.mvstore.DataUtils.ERROR_CLOSED -> UNREACHABLE;
            case org.h2.mvstore.DataUtils.ERROR_FILE_CORRUPT, org.h2.mvstore.DataUtils.ERROR_CHUNK_NOT_FOUND -> DAMAGED;
            default -> null;
        };
    }

    private static @Nullable Trouble ofSql(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (state.equals("53100")) {
            return DISK_FULL; // PostgreSQL's own
        }
        if (state.startsWith("XX001") || state.startsWith("XX002") || sql.getErrorCode() == H2_CORRUPT) {
            return DAMAGED;
        }
        boolean away = sql instanceof SQLTransientConnectionException // the pool's, when none is to be had
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("53300")
                || String.valueOf(sql.getMessage())
                        .equals("Connection is closed") // the pool's, once it has given it up
                || sql.getErrorCode() == H2_CLOSED
                || sql.getErrorCode() == H2_BROKEN;
        return away ? UNREACHABLE : null;
    }
}
