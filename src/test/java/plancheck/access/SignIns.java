package plancheck.access;

import java.time.Clock;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The way in with a password, for tests elsewhere. */
public final class SignIns {
    private SignIns() {}

    public static AuthenticationProvider provider(People people, PasswordEncoder encoder) {
        return new PacedSignIn(people, encoder, new SignInPace(Clock.systemUTC()));
    }
}
