package plancheck.service;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The first administrator's password, for whoever started the service to show; nobody else gets it. */
@Component
class FirstPassword {
    private Optional<String> password = Optional.empty();

    synchronized void set(String made) {
        password = Optional.of(made);
    }

    /** @return the password the first time it is asked for; empty ever after, and when there were accounts already */
    synchronized Optional<String> take() {
        Optional<String> taken = password;
        password = Optional.empty();
        return taken;
    }
}
