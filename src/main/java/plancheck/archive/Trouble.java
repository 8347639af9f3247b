package plancheck.archive;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import plancheck.facts.Label;

/** What keeps the database from answering, though nothing is wrong with what was asked of it. */
public enum Trouble {
    UNREACHABLE(
            new Label("数据库连不上", "the database cannot be reached"),
            new Label(
                    "数据库暂时连不上，刚才的操作没有完成。请稍后再试，并核对刚才的内容是否已保存；一直如此的，请告诉系统管理员",
                    "The database cannot be reached at the moment and this was not done. Try again shortly, and see whether"
                            + " what you did last was saved; if it goes on, tell the administrator")),
    DISK_FULL(
            new Label("磁盘已满或不能写入", "the disk is full or cannot be written to"),
            new Label(
                    "服务器磁盘已满，暂时不能保存，刚才的操作没有完成。请告诉系统管理员清理磁盘，腾出空间后会自动恢复",
                    "The server's disk is full, so nothing can be saved and this was not done. Tell the administrator: with"
                            + " room again the service goes on by itself")),
    DAMAGED(
            new Label("数据库已损坏", "the database is damaged"),
            new Label(
                    "数据库文件已损坏，刚才的操作没有完成。请告诉系统管理员从备份恢复",
                    "The database file is damaged and this was not done. Tell the administrator to restore it from a"
                            + " backup"));

    /** What operating systems say of a disk that takes no more. */
    private static final List<String> NO_ROOM = List.of("No space left", "not enough space", "quota exceeded");

    private static final int DEEPEST = 50;

    private static final int H2_CLOSED = 90098;
    private static final int H2_BROKEN = 90067;
    private static final int H2_CORRUPT = 90030;

    private final Label brief;
    private final Label label;

    Trouble(Label brief, Label label) {
        this.brief = brief;
        this.label = label;
    }

    /** For whoever runs the service, in a few words. */
    public Label brief() {
        return brief;
    }

    /** For whoever had asked for something. */
    public Label label() {
        return label;
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
