package plancheck.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.archive.Account;
import plancheck.facts.Digest;

/**
 * Whom a session let in, and as what: enough to know whether he would be let in again, and not enough to find out his
 * password.
 *
 * @param here whether he came in with the password he has here; else a provider vouched for him
 * @param digest of all that must be as it was
 */
record SignedInStamp(String login, boolean here, String digest) {

    static SignedInStamp of(Account account, boolean here) {
        String roles =
                account.roles().stream().map(Account.GrantedRole::role).sorted().collect(Collectors.joining(" "));
        String secret = here ? account.password() + "\n" + account.passwordExpired() : "";
        String all = Stream.of(account.id().toString(), account.login(), account.name(), roles, account.place(), secret)
                .collect(Collectors.joining("\n"));
        return new SignedInStamp(account.login(), here, Digest.sha256(all.getBytes(StandardCharsets.UTF_8)));
    }

    String written() {
        return String.join("\n", login, here ? "here" : "elsewhere", digest);
    }

    /** @return empty for what another version has written differently */
    static Optional<SignedInStamp> read(String written) {
        List<String> parts = List.of(written.split("\n", -1));
        return parts.size() == 3
                ? Optional.of(new SignedInStamp(parts.get(0), parts.get(1).equals("here"), parts.get(2)))
                : Optional.empty();
    }
}
