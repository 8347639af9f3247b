package plancheck.archive;

import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Looks after the database each second: whether it answers, whether there is room, how far it has got. When it does not
 * answer, all connections are given up, so that the next are fresh: H2, which closes a file it could not write to, opens
 * it again with the first of them. Trouble is said once when it begins and once when it is over.
 */
@Component
public class DatabaseWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final long MEGABYTE = 1024 * 1024;

    /** With less room than this, or a twentieth of a small disk, it counts as full: a commit may need several megabytes. */
    private static final long RESERVE = 32 * MEGABYTE;

    private static final int SMALL = 20;

    /** How long a failure to write counts when no room was made meanwhile; it may have been a very large file. */
    private static final Duration FULL = Duration.ofMinutes(1);

    /** How often it is tried again where the disk is another machine's, and its room is not known. */
    private static final Duration FULL_ELSEWHERE = Duration.ofSeconds(5);

    private static final int ANSWER = 2;

    private final GuardedDataSource source;
    private final DatabaseFile file;
    private final EvidenceFiles evidence;
    private final Damage damage;
    private final Path folder;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(DatabaseWatch::thread);

    private volatile @Nullable Trouble trouble;
    private volatile Instant since = Instant.EPOCH;
    private volatile Instant fullAt = Instant.EPOCH;
    private volatile long roomWhenFull;
    private volatile boolean running;
    private long noted = -1;

    DatabaseWatch(
            DataSource guarded,
            DatabaseFile file,
            EvidenceFiles evidence,
            Damage damage,
            @Value("${plancheck.data}") Path folder) {
        this.source = (GuardedDataSource) guarded;
        this.file = file;
        this.evidence = evidence;
        this.damage = damage;
        this.folder = folder;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "database-watch");
        thread.setDaemon(true);
        return thread;
    }

    /** What is the matter now; empty when all is well. */
    public Optional<Trouble> now() {
        Trouble now = trouble;
        return now == null && damage.isFound() ? Optional.of(Trouble.DAMAGED) : Optional.ofNullable(now);
    }

    /** Whether what is done in the background had better wait: the database does not answer, or nothing can be saved. */
    public boolean isAway() {
        return trouble == Trouble.UNREACHABLE || isFull();
    }

    /** Whether nothing should be written now: H2 closes its file after a failed write, and whoever reads is cut off. */
    public boolean isFull() {
        Instant now = Instant.now();
        if (!file.isHere()) {
            return fullAt.isAfter(Instant.EPOCH);
        }
        return room() < reserve() || now.isBefore(fullAt.plus(FULL)) && room() < roomWhenFull + MEGABYTE;
    }

    /** Whether the disk has room for so many bytes more, and for what else is being written. */
    public boolean hasRoomFor(long bytes) {
        return !file.isHere() || room() > bytes + reserve();
    }

    /**
     * What a failure comes from; it is noted, as somebody else may have met it before the next look.
     *
     * @return empty when the fault is another
     */
    public Optional<Trouble> trouble(Throwable failure) {
        Optional<Trouble> found = Trouble.of(failure);
        if (found.filter(Trouble.DISK_FULL::equals).isPresent()) {
            fullAt = Instant.now();
            roomWhenFull = room();
        }
        if (found.isPresent() && trouble == null) {
            LOG.warn(
                    "met while the database seemed well: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
        }
        return found;
    }

    @Override
    public void start() {
        running = true;
        try {
            file.opened();
        } catch (IOException e) {
            LOG.warn("the database file cannot be closed to other accounts of this machine", e);
        }
        ScheduledFuture<?> looking = rounds.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
        Thread reading = thread(this::readEvidence);
        reading.start();
        LOG.debug("watching: {}", looking);
    }

    @Override
    public void stop() {
        running = false;
        rounds.shutdownNow();
        try {
            if (!rounds.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("the database did not answer while the service was stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** It is there before whoever asks the database, and until they are gone. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10_000;
    }

    private void look() {
        try (Connection connection = source.pool().getConnection()) {
            if (!connection.isValid(ANSWER)) {
                throw new SQLException("it does not answer", "08000");
            }
            if (!file.isHere() && isFull() && Instant.now().isAfter(fullAt.plus(FULL_ELSEWHERE))) {
                write(connection);
                fullAt = Instant.EPOCH;
            }
            boolean full = isFull();
            if (file.isHere() && !full) {
                note(connection);
            }
            became(full ? Trouble.DISK_FULL : null);
        } catch (SQLException | IOException | RuntimeException e) {
            if (running) {
                Trouble met = trouble(e).orElse(Trouble.UNREACHABLE);
                giveUpConnections();
                became(met);
                LOG.debug("the database", e);
            }
        }
    }

    /** Only writing shows whether there is room elsewhere, and nobody's request should have to find out. */
    private static void write(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into web_session (primary_id, session_id, creation_time, last_access_time,"
                    + " max_inactive_interval, expiry_time) values ('room', 'room', 0, 0, 0, 0)");
            statement.execute("delete from web_session where primary_id = 'room'");
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** H2's file is made to reach the disk before it is said to have got this far. */
    private void note(Connection connection) throws SQLException, IOException {
        long version = version(connection);
        if (version == noted) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
        if (file.reached(version)) {
            noted = version(connection);
        } else {
            damage.found("the database file has gone back to an older state");
        }
    }

    private static long version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select setting_value from information_schema.settings"
                        + " where setting_name = 'info.CURRENT_VERSION'")) {
            return row.next() ? Long.parseLong(row.getString(1)) : 0;
        }
    }

    private long room() {
        return folder.toFile().getUsableSpace();
    }

    private long reserve() {
        return Math.min(RESERVE, folder.toFile().getTotalSpace() / SMALL);
    }

    private void giveUpConnections() {
        HikariPoolMXBean pool = source.pool().getHikariPoolMXBean();
        if (pool != null) {
            pool.softEvictConnections();
        }
    }

    private void became(@Nullable Trouble now) {
        Trouble before = trouble;
        if (now == before) {
            return;
        }
        trouble = now;
        source.setAway(now == Trouble.UNREACHABLE);
        if (now != null) {
            since = Instant.now();
            LOG.error(
                    "{}; the service goes on by itself when that is over",
                    now.brief().en());
        } else {
            LOG.warn(
                    "all is well again with the database, after {} s",
                    Duration.between(since, Instant.now()).toSeconds());
        }
    }

    /** Each file once after a start, so that damage is known before somebody needs the file. */
    private void readEvidence() {
        try {
            for (UUID id : evidence.ids()) {
                if (!running) {
                    return;
                }
                evidence.findById(id).filter(one -> !one.isWhole()).ifPresent(one -> damage.found(one.named()));
            }
        } catch (RuntimeException e) {
            LOG.warn("evidence was not read through to its end: {}", e.toString());
        }
    }
}
