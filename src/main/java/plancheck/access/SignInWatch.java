package plancheck.access;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Counts wrong passwords, and notes who came in. */
@Component
final class SignInWatch {
    private final People people;

    SignInWatch(People people) {
        this.people = people;
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        people.failed(event.getAuthentication().getName());
    }

    @EventListener
    void succeeded(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            people.succeeded(signedIn.actor().id());
        }
    }
}
