package plancheck.archive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The sessions of whoever is signed in, so that they outlive a restart. They hold texts and nothing else: whatever a later
 * version makes of its classes, it can read them. On a full disk it is not noted when somebody was last here: no page
 * should fail for that, and a failed write makes H2 close its file.
 */
@Component
class KeptSessions extends JdbcIndexedSessionRepository {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);

    KeptSessions(
            JdbcOperations jdbc,
            TransactionOperations transactions,
            DatabaseWatch watch,
            @Value("${server.servlet.session.timeout}") Duration unused) {
        super(jdbc, new GuardedTransactions(transactions, watch));
        setTableName("web_session");
        setDefaultMaxInactiveInterval(unused);
        setConversionService(texts());
        setCleanupCron(Scheduled.CRON_DISABLED);
    }

    private static GenericConversionService texts() {
        GenericConversionService service = new GenericConversionService();
        service.addConverter(Object.class, byte[].class, value -> ((String) value).getBytes(StandardCharsets.UTF_8));
        service.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return service;
    }

    /** While the database is away there is nothing to clean up, and no need to say so every time. */
    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void removeExpired() {
        try {
            cleanUpExpiredSessions();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("expired sessions are removed later", e);
        }
    }

    /** Sessions are written by what answers nothing, and read by what does. */
    private record GuardedTransactions(TransactionOperations transactions, DatabaseWatch watch)
            implements TransactionOperations {
        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            return transactions.execute(action);
        }

        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> action) {
            if (!watch.isFull()) {
                transactions.executeWithoutResult(action);
            }
        }
    }
}
