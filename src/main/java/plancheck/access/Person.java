package plancheck.access;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import plancheck.archive.Account;

/** A person signed in: here with a password, or elsewhere. */
final class Person implements UserDetails, Rememberable {
    private static final long serialVersionUID = 1L;

    private final transient Account account;
    private final boolean here;

    Person(Account account, boolean here) {
        this.account = account;
        this.here = here;
    }

    @Override
    public Actor actor() {
        return actor(account);
    }

    @Override
    public SignedInStamp stamp() {
        return SignedInStamp.of(account, here);
    }

    static Actor actor(Account account) {
        Set<Role> roles = account.roles().stream()
                .map(granted -> Role.valueOf(granted.role()))
                .collect(Collectors.toUnmodifiableSet());
        return new Actor(account.login(), account.name(), roles, account.place(), Set.of());
    }

    /** One authority a role, or one for nothing but changing an expired password. */
    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        if (here && account.passwordExpired()) {
            return Set.of(new SimpleGrantedAuthority("PASSWORD_EXPIRED"));
        }
        return account.roles().stream()
                .map(granted -> new SimpleGrantedAuthority("ROLE_" + granted.role()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String getPassword() {
        return account.password();
    }

    @Override
    public String getUsername() {
        return account.login();
    }

    @Override
    public boolean isEnabled() {
        return account.enabled();
    }
}
