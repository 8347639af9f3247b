package plancheck.proof;

import java.util.List;
import java.util.stream.Stream;
import plancheck.facts.Item;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.Subject;
import plancheck.rulebook.Condition;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Scope;

/**
 * Of whom a dossier is: a place with its town, or a project of a sector.
 *
 * @param sector empty for a place
 * @param site where the project lies; of a place, its own level
 */
record Setting(PlaceName place, String sector, Level site) {

    /** Every place, then every sector at every kind of site, each at the first place that has it. */
    static List<Setting> of(RuleBook book) {
        Stream<Setting> places = book.places().values().stream().map(place -> new Setting(place, "", place.level()));
        Stream<Setting> projects = book.sectors().keySet().stream()
                .flatMap(sector -> Stream.of(Level.COUNTY, Level.COUNTY_SEAT, Level.CENTRAL_URBAN_AREA)
                        .flatMap(site -> book.places().values().stream()
                                .filter(place -> place.level() == Level.COUNTY
                                        && (site == Level.COUNTY || place.townLevel() == site))
                                .limit(1)
                                .map(place -> new Setting(place, sector, site))));
        return Stream.concat(places, projects).toList();
    }

    boolean isProject() {
        return !sector.isEmpty();
    }

    Label name(RuleBook book) {
        Label of = book.sectors().getOrDefault(sector, Label.of(""));
        return isProject() ? Label.filled("%s的项目（%s）", "project at %s (%s)", place.inWords(), of) : place.inWords();
    }

    /** The levels of the places in the dossier. */
    List<Level> levels() {
        return place.hasTown() ? List.of(place.level(), place.townLevel()) : List.of(place.level());
    }

    /** The subjects in the dossier of the scope's sort, of which nothing is known but where they lie and of what kind they are. */
    Stream<Subject> subjects(Scope scope) {
        List<Place> places = levels().stream().map(this::bare).toList();
        return switch (scope.of()) {
            case PLACE -> isProject() ? Stream.of() : places.stream().map(Subject.class::cast);
            case ITEM ->
                isProject()
                        ? Stream.of()
                        : places.stream().map(in -> new Item(scope.kind(), "", in, java.util.Map.of(), 0, 0));
            case PROJECT ->
                isProject() ? Stream.of(new Project("", "", sector, bare(site), java.util.Map.of())) : Stream.of();
        };
    }

    private Place bare(Level level) {
        return new Place(place.code(), level, Label.of(""), java.util.Map.of());
    }

    /** Whether the conditions that no figure decides hold for one of the subjects. */
    boolean mayBind(Scope scope) {
        List<Condition> known = scope.conditions().stream()
                .filter(condition -> !condition.figure())
                .toList();
        return subjects(scope)
                .anyMatch(
                        subject -> known.stream().allMatch(condition -> Boolean.TRUE.equals(condition.holds(subject))));
    }
}
