package plancheck.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import plancheck.access.People;

/** Looks for notes of whoever has the machine itself: {@link AdmissionNote}. */
@Component
class AdmissionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AdmissionWatch.class);

    private final Path data;
    private final People people;

    AdmissionWatch(@Value("${plancheck.data}") Path data, People people) {
        this.data = data;
        this.people = people;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            AdmissionNote.take(data, people);
        } catch (IOException | DataAccessException | TransactionException e) {
            LOG.debug("a note in {} is taken later", data, e);
        }
    }
}
