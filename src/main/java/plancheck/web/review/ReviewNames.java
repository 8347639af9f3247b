package plancheck.web.review;

import java.util.Map;
import java.util.stream.Collectors;
import plancheck.access.People;
import plancheck.archive.Account;

/** People by name instead of by login. */
record ReviewNames(Map<String, String> byLogin) {

    static ReviewNames of(People people) {
        return new ReviewNames(
                people.all().stream().collect(Collectors.toUnmodifiableMap(Account::login, Account::name)));
    }

    /** The name, or the actor as the audit trail has it when it is no person, or one who is gone. */
    public String of(String actor) {
        return byLogin.getOrDefault(actor, actor);
    }
}
