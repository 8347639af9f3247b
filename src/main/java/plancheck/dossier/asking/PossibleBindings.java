package plancheck.dossier.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plancheck.facts.Item;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.Subject;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Scope;

/** Which provisions nothing yet known of a place or a project rules out. */
public final class PossibleBindings {
    private final RuleBook book;
    private final PlaceName place;

    public PossibleBindings(RuleBook book, PlaceName place) {
        this.book = book;
        this.place = place;
    }

    /** Those that may bind the place, its town, or an entry of its lists. */
    public List<Provision> selfAssessment() {
        List<Place> places = places();
        return book.provisions().stream()
                .filter(provision -> provision.scope().of() != Scope.Sort.PROJECT
                        && places.stream().anyMatch(at -> mayHold(provision, asSubject(provision, at))))
                .toList();
    }

    List<Provision> project(String sector, Level site) {
        Project project = new Project("", "", sector, lies(site), Map.of());
        return book.provisions().stream()
                .filter(p -> p.scope().of() == Scope.Sort.PROJECT && mayHold(p, project))
                .toList();
    }

    /** Those that set a target for the place's figures: a project is judged by those it changes (R33). */
    List<Provision> targets(Level site) {
        return book.provisions().stream()
                .filter(p -> p.criterion().given() == Criterion.Input.FIGURE && !p.isList())
                .filter(p ->
                        p.scope().of() == Scope.Sort.PLACE && (mayHold(p, lies(site)) || mayHold(p, places().get(0))))
                .toList();
    }

    /** The place itself, then its town. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        places.add(at(place.level(), place.inWords()));
        if (place.hasTown()) {
            places.add(at(place.townLevel(), place.townInWords()));
        }
        return places;
    }

    /** The indicators that decide whether the provision binds. */
    public static List<Indicator> conditions(RuleBook book, Provision provision) {
        return provision.scope().conditions().stream()
                .filter(Condition::figure)
                .map(c -> book.indicators().get(c.attribute()))
                .filter(Objects::nonNull)
                .toList();
    }

    private Place lies(Level site) {
        return at(site, place.inWords());
    }

    private Place at(Level level, Label name) {
        return new Place(place.code(), level, name, Map.of());
    }

    private static Subject asSubject(Provision provision, Place at) {
        return provision.isList() ? new Item(provision.scope().kind(), "", at, Map.of(), 0, 0) : at;
    }

    private static boolean mayHold(Provision provision, Subject subject) {
        return provision.scope().conditions().stream().noneMatch(c -> Boolean.FALSE.equals(c.holds(subject)));
    }
}
