package plancheck.archive;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A person who may sign in.
 *
 * @param login in lower case, unique
 * @param password encoded; empty when the person signs in elsewhere (OpenID Connect)
 * @param place GB/T 2260 code of a county officer's own place; empty for the whole city
 * @param passwordExpired whether the password has to be changed before anything else
 * @param version null before it is first saved
 */
@Table("account")
public record Account(
        @Id UUID id,
        String login,
        String name,
        String password,
        @MappedCollection(idColumn = "account") Set<GrantedRole> roles,
        String place,
        boolean enabled,
        boolean passwordExpired,
        Instant createdAt,
        @Version @Nullable Long version) {

    /** One of an account's roles, by name. */
    @Table("account_role")
    public record GrantedRole(@Column("role") String role) {}

    public Account withPassword(String encoded, boolean expired) {
        return new Account(id, login, name, encoded, roles, place, enabled, expired, createdAt, version);
    }

    public Account with(String newName, Set<GrantedRole> newRoles, String newPlace, boolean nowEnabled) {
        return new Account(
                id, login, newName, password, newRoles, newPlace, nowEnabled, passwordExpired, createdAt, version);
    }
}
