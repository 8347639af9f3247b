package plancheck.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signing in with a password, no quicker than {@link SignInPace} lets it. */
@Component
final class PacedSignIn implements AuthenticationProvider {
    private final DaoAuthenticationProvider passwords;
    private final SignInPace pace;
    private final People people;

    PacedSignIn(People people, PasswordEncoder encoder, SignInPace pace) {
        this.people = people;
        this.pace = pace;
        passwords = new DaoAuthenticationProvider(people::person); // for a login that there is not it takes as long
        passwords.setPasswordEncoder(encoder);
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String login = tried.getName();
        String address =
                tried.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        SignInPace.Turn turn = pace.take(login, address);
        if (turn.isHeld()) {
            throw new TooSoonException(turn.held());
        }
        try {
            Authentication in = passwords.authenticate(tried);
            pace.right(login, address);
            return in;
        } catch (AuthenticationServiceException e) {
            pace.takeBack(login, address);
            throw e;
        } catch (AuthenticationException e) {
            if (turn.beginsToWait()) {
                people.noteHeld(login, address);
            }
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
