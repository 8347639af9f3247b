package plancheck.match;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Plan;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** Where planned works lie. */
public final class PlannedPlaces {
    private final RuleBook book;

    public PlannedPlaces(RuleBook book) {
        this.book = book;
    }

    /** Codes: the work's own; where it has none, those that its provisions name; where they name none, its plan's. */
    public List<String> of(PlannedWork work) {
        if (!work.places().isEmpty()) {
            return work.places();
        }
        List<String> named = work.askedBy().stream()
                .flatMap(id -> book.provision(id).stream())
                .flatMap(provision -> codes(provision).stream())
                .distinct()
                .toList();
        return named.isEmpty()
                ? Stream.ofNullable(book.plans().get(work.plan()))
                        .map(Plan::place)
                        .toList()
                : named;
    }

    /** Their names. */
    public List<Label> inWords(PlannedWork work) {
        return of(work).stream()
                .flatMap(code -> Optional.ofNullable(book.places().get(code)).stream())
                .map(PlaceName::inWords)
                .toList();
    }

    /** Whether it lies in one of these places, or in one above or below; anywhere fits when none is known. */
    public boolean fit(PlannedWork work, List<String> places) {
        return places.isEmpty()
                || of(work).stream()
                        .anyMatch(code ->
                                places.stream().anyMatch(place -> isWithin(place, code) || isWithin(code, place)));
    }

    /** Whether what asks for it asks it of such a site: what is asked of county seats is not asked of villages. */
    boolean fitSite(PlannedWork work, ProjectDescription project) {
        Set<Level> levels = work.askedBy().stream()
                .flatMap(id -> book.provision(id).stream())
                .flatMap(provision -> provision.scope().levels().stream())
                .collect(Collectors.toSet());
        boolean townsAlone = !levels.isEmpty()
                && Set.of(Level.COUNTY_SEAT, Level.CENTRAL_URBAN_AREA).containsAll(levels);
        if (!townsAlone) {
            return true;
        }
        Level site = project.site();
        return site != null
                ? levels.contains(site)
                : project.places().isEmpty()
                        || project.places().stream()
                                .flatMap(code ->
                                        Optional.ofNullable(book.places().get(code)).stream())
                                .anyMatch(place -> place.level() == Level.CITY || levels.contains(place.townLevel()));
    }

    private boolean isWithin(String code, String whole) {
        PlaceName place = book.places().get(code);
        return code.equals(whole) || place != null && isWithin(place.parent(), whole);
    }

    private static List<String> codes(Provision provision) {
        return provision.scope().conditions().stream()
                .filter(condition -> condition.attribute().equals("code"))
                .flatMap(condition -> condition.operands().stream())
                .map(String::valueOf)
                .toList();
    }
}
