package plancheck.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import plancheck.archive.Account;

/** A person signed in with a password. */
final class Person implements UserDetails, SignedIn {
    private static final long serialVersionUID = 1L;

    private final transient Account account;

    Person(Account account) {
        this.account = account;
    }

    @Override
    public Actor actor() {
        return actor(account);
    }

    static Actor actor(Account account) {
        Set<Role> roles = account.roles().stream()
                .map(granted -> Role.valueOf(granted.role()))
                .collect(Collectors.toUnmodifiableSet());
        return new Actor(account.login(), account.name(), roles, account.place(), Set.of());
    }

    /** Whether it is still the password he came in with, and none that is to be changed first. */
    boolean hasPasswordOf(Account now) {
        return now.password().equals(account.password()) && now.passwordExpired() == account.passwordExpired();
    }

    /** One authority a role, and one more for nothing but changing an expired password. */
    static Set<GrantedAuthority> authorities(Account account) {
        if (account.passwordExpired()) {
            return Set.of(new SimpleGrantedAuthority("PASSWORD_EXPIRED"));
        }
        return account.roles().stream()
                .map(granted -> new SimpleGrantedAuthority("ROLE_" + granted.role()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities(account);
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
    public boolean isAccountNonLocked() {
        Instant until = account.lockedUntil();
        return until == null || Instant.now().isAfter(until);
    }

    @Override
    public boolean isEnabled() {
        return account.enabled();
    }
}
