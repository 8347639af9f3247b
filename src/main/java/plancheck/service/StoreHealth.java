package plancheck.service;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import plancheck.archive.DatabaseWatch;

/** Whether the service can read and save; if not, why in a few words, which tell a stranger nothing of the machine. */
@Component
class StoreHealth implements HealthIndicator {
    private final DatabaseWatch database;

    StoreHealth(DatabaseWatch database) {
        this.database = database;
    }

    @Override
    public Health health() {
        return database.now()
                .map(trouble -> Health.status(
                        new Status(Status.DOWN.getCode(), trouble.brief().en())))
                .orElseGet(Health::up)
                .build();
    }
}
