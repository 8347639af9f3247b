package plancheck.access;

import java.util.Set;

/**
 * Who is doing something: a person signed in, or a program with its token.
 *
 * @param id a person's login, or {@code token:} and the token's id; as written in the audit trail
 * @param place GB/T 2260 code of the place he acts for; empty for the whole city
 * @param roles empty for a program
 * @param scopes empty for a person
 */
public record Actor(String id, String name, Set<Role> roles, String place, Set<Scope> scopes) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether dossiers of the place are his own: a county officer's or a program's. */
    public boolean actsFor(String code) {
        boolean bearer = is(Role.COUNTY_OFFICER) || !scopes.isEmpty();
        return bearer && (place.isEmpty() || place.equals(code));
    }

    /** Whether he reads every dossier of the city by his role. */
    public boolean seesWholeCity() {
        return is(Role.REVIEWER) || is(Role.LEADER) || is(Role.AUDITOR);
    }
}
