package plancheck.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import plancheck.archive.Account;

/** Lets in whom an OpenID Connect provider vouches for, if an administrator has made an account under that login. */
@Component
public class ElsewhereSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final OidcUserService provider = new OidcUserService();
    private final People people;
    private final String claim;

    /** @param claim the claim that is the login here */
    ElsewhereSignIn(People people, @Value("${plancheck.oidc.login-claim:preferred_username}") String claim) {
        this.people = people;
        this.claim = claim;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        String login = user.getClaimAsString(claim);
        Account account = Optional.ofNullable(login)
                .flatMap(people::enabled)
                .orElseThrow(() -> new OAuth2AuthenticationException(
                        new OAuth2Error("account_unknown", "no account here for " + claim + " " + login, null)));
        return new VouchedUser(user, new Person(account, false));
    }

    /** A person the provider vouches for, with the roles of the account here. */
    private static final class VouchedUser extends DefaultOidcUser implements Rememberable {
        private static final long serialVersionUID = 1L;

        private final transient Person person;

        VouchedUser(OidcUser user, Person person) {
            super(person.getAuthorities(), user.getIdToken(), user.getUserInfo());
            this.person = person;
        }

        @Override
        public Actor actor() {
            return person.actor();
        }

        @Override
        public SignedInStamp stamp() {
            return person.stamp();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof VouchedUser vouched && actor().equals(vouched.actor()) && super.equals(other);
        }

        @Override
        public int hashCode() {
            return actor().hashCode();
        }
    }
}
