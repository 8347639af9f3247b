package plancheck.access;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Notes who came in. */
@Component
final class SignInWatch {
    private final People people;

    SignInWatch(People people) {
        this.people = people;
    }

    @EventListener
    void succeeded(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            people.succeeded(signedIn.actor().id());
        }
    }
}
