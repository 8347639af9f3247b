package plancheck.service;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import plancheck.archive.DatabaseWatch;
import plancheck.workflow.CollectionDesk;

/** Reminds bureaus that have not handed back their parts, once each, some days before they are due. */
@Component
class Reminders {
    private final CollectionDesk desk;
    private final DatabaseWatch database;
    private final int daysBefore;

    /** @param daysBefore negative for never */
    Reminders(
            CollectionDesk desk,
            DatabaseWatch database,
            @Value("${plancheck.collection.remind-days-before:3}") int daysBefore) {
        this.desk = desk;
        this.database = database;
        this.daysBefore = daysBefore;
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    void remind() {
        if (daysBefore >= 0 && !database.isAway()) {
            try {
                desk.remindDue(daysBefore);
            } catch (RuntimeException e) {
                if (database.trouble(e).isEmpty()) {
                    throw e;
                }
            }
        }
    }
}
