package plancheck.service;

import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import plancheck.access.People;

/** Makes the first administrator, whose password is shown once and has to be changed when it is first used. */
@Component
class FirstStart implements ApplicationRunner {
    private final People people;
    private final FirstPassword shown;

    FirstStart(People people, FirstPassword shown) {
        this.people = people;
        this.shown = shown;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Optional<String> password = people.first();
        password.ifPresent(shown::set);
    }
}
