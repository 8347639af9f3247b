package plancheck.access;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/** A program signed in with its token. */
record Program(Actor actor) implements OAuth2AuthenticatedPrincipal, SignedIn {

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("sub", actor.id());
    }

    /** One authority a scope. */
    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return actor.scopes().stream()
                .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope.id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String getName() {
        return actor.id();
    }
}
