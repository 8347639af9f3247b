package plancheck.service;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import plancheck.workflow.AssessmentDesk;

/** Works off what was accepted to be checked later, also what an earlier run of the service had left over. */
@Component
class Worker {
    private final AssessmentDesk desk;

    Worker(AssessmentDesk desk) {
        this.desk = desk;
    }

    @Scheduled(fixedDelay = 200)
    void work() {
        desk.queued().forEach(desk::work);
    }
}
