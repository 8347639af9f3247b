package plancheck.web.admin;

import java.util.List;
import org.springframework.stereotype.Component;
import plancheck.access.AccountException;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** The places an account or a token may be of: the city and its counties. */
@Component
class AdminPlaces {
    private final RuleBook book;

    AdminPlaces(RuleBook book) {
        this.book = book;
    }

    List<PlaceName> all() {
        return book.places().values().stream()
                .filter(place -> place.level() == Level.CITY || place.level() == Level.COUNTY)
                .toList();
    }

    /** @throws AccountException when there is no such place; an empty code is none and stays empty */
    String checked(String code) {
        if (!code.isEmpty() && all().stream().noneMatch(place -> place.code().equals(code))) {
            throw new AccountException(Message.of("web.choose-place-from-list"));
        }
        return code;
    }
}
