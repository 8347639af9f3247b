package plancheck.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps in the session who is signed in: a {@link SignedInStamp}, and no object of any class. With each request the
 * person is made anew of his account, and the session ends as soon as the account is disabled, or its roles, place or
 * password are others. Nobody has a session before he signs in.
 */
@Component
public final class KeptSignIn implements SecurityContextRepository {
    /** Set on a request whose session has been ended because the account changed. */
    public static final String CHANGED = KeptSignIn.class.getName() + ".changed";

    /** Set on a request of which it cannot be told whether it has a session, as the database is away. */
    public static final String UNKNOWN = KeptSignIn.class.getName() + ".unknown";

    /** Set on a request whose form is of another session, an earlier one as a rule. */
    public static final String OTHER_SESSION = KeptSignIn.class.getName() + ".other";

    private static final String STAMP = "signed-in";

    private final People people;

    KeptSignIn(People people) {
        this.people = people;
    }

    /** The session, if there is one and the database can say so; pages that need none are served without. */
    public static Optional<HttpSession> session(HttpServletRequest request) {
        if (request.getAttribute(UNKNOWN) != null) {
            return Optional.empty(); // asking again would wait for the database again
        }
        try {
            return Optional.ofNullable(request.getSession(false));
        } catch (DataAccessException | TransactionException e) {
            request.setAttribute(UNKNOWN, true);
            return Optional.empty();
        }
    }

    @Override
    @SuppressWarnings("deprecation") // the interface's newer method calls it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        HttpServletRequest request = holder.getRequest();
        SecurityContext empty = SecurityContextHolder.createEmptyContext();
        return session(request)
                .flatMap(session -> kept(request, session))
                .<SecurityContext>map(SecurityContextImpl::new)
                .orElse(empty);
    }

    private Optional<Authentication> kept(HttpServletRequest request, HttpSession session) {
        if (!(session.getAttribute(STAMP) instanceof String stamp)) {
            return Optional.empty();
        }
        try {
            Optional<Person> person = SignedInStamp.read(stamp).flatMap(people::again);
            if (person.isEmpty()) {
                session.invalidate();
                request.setAttribute(CHANGED, true);
            }
            return person.map(
                    own -> UsernamePasswordAuthenticationToken.authenticated(own, null, own.getAuthorities()));
        } catch (DataAccessException | TransactionException e) {
            request.setAttribute(UNKNOWN, true);
            return Optional.empty();
        }
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Rememberable person) {
            request.getSession(true).setAttribute(STAMP, person.stamp().written());
        } else {
            session(request).ifPresent(session -> session.removeAttribute(STAMP));
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return session(request).map(session -> session.getAttribute(STAMP)).isPresent();
    }
}
