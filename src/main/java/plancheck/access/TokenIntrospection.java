package plancheck.access;

import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/** Tells Spring Security who holds a token. */
@Component
final class TokenIntrospection implements OpaqueTokenIntrospector {
    private final Tokens tokens;

    TokenIntrospection(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        return tokens.holder(token)
                .map(Program::new)
                .orElseThrow(() -> new BadOpaqueTokenException("the token is unknown, expired or revoked"));
    }
}
