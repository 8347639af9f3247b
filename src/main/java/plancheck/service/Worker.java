package plancheck.service;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import plancheck.archive.DatabaseWatch;
import plancheck.workflow.AssessmentDesk;

/** Works off what was accepted to be checked later, also what an earlier run of the service had left over. */
@Component
class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** One that cannot be checked must not hold up the others, nor fill the log. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final AssessmentDesk desk;
    private final Map<UUID, Instant> notBefore = new HashMap<>();

    private final DatabaseWatch database;

    Worker(AssessmentDesk desk, DatabaseWatch database) {
        this.desk = desk;
        this.database = database;
    }

    @Scheduled(fixedDelay = 200)
    void work() {
        if (database.isAway()) {
            return; // which is said already
        }
        Instant now = Instant.now();
        notBefore.values().removeIf(now::isAfter);
        try {
            desk.queued().stream().filter(id -> !notBefore.containsKey(id)).forEach(this::work);
        } catch (RuntimeException e) {
            if (database.trouble(e).isEmpty()) {
                throw e;
            }
        }
    }

    private void work(UUID id) {
        try {
            desk.work(id);
        } catch (OptimisticLockingFailureException e) {
            LOG.debug("assessment {} has been worked off by another service", id);
        } catch (RuntimeException e) {
            if (database.trouble(e).isPresent()) {
                throw e; // the next would fare no better
            }
            notBefore.put(id, Instant.now().plus(AGAIN));
            LOG.error("assessment {} cannot be checked; it is tried again in a minute", id, e);
        }
    }
}
