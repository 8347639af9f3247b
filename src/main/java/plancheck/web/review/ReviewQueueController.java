package plancheck.web.review;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.facts.Level;
import plancheck.facts.Term;
import plancheck.report.Outcome;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.web.frame.PageTimes;
import plancheck.web.frame.Pages;
import plancheck.workflow.DossierState;
import plancheck.workflow.ReviewDesk;

/** What is to be reviewed, the longest waiting first, and how the counties stand. */
@Controller
class ReviewQueueController {
    /** So many dossiers are on one page. */
    private static final int PAGE = 50;

    private static final Set<DossierState> WAITING = EnumSet.of(DossierState.SUBMITTED, DossierState.IN_REVIEW);

    private final ReviewDesk desk;
    private final ReviewCases cases;
    private final RuleBook book;
    private final Clock clock;

    ReviewQueueController(ReviewDesk desk, ReviewCases cases, RuleBook book, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.book = book;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param place GB/T 2260 code, empty for all
     * @param state a state's id, {@code all}, or empty for those that wait for the city
     * @param kind {@code self-assessment}, {@code project}, or empty
     * @param days at least so many waited
     */
    record Filter(String place, String state, String kind, int days) {}

    @GetMapping("/review")
    String queue(
            Actor actor,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") String days,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        cases.words(locale, model);
        PageTimes times = new PageTimes(Pages.language(locale), clock);
        Filter filter = new Filter(place, state, kind, days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0);
        List<ReviewQueue.QueueRow> lines = desk.queue(actor, states(state), place).stream()
                .filter(line -> kind.isEmpty() || line.kind().equals(kind))
                .map(line -> ReviewQueue.QueueRow.of(line, times))
                .filter(line -> line.days() >= filter.days())
                .sorted(Comparator.comparing(ReviewQueue.QueueRow::since))
                .toList();
        int pages = Math.max(1, (lines.size() + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute("filter", filter);
        model.addAttribute("total", lines.size());
        model.addAttribute("lines", lines.subList((shown - 1) * PAGE, Math.min(lines.size(), shown * PAGE)));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("places", places());
        model.addAttribute("states", states(actor));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("counties", ReviewQueue.counties(desk.queue(actor, DossierState.handedIn(), ""), places()));
        return "review/queue";
    }

    private static Set<DossierState> states(String id) {
        if (id.equals("all")) {
            return EnumSet.allOf(DossierState.class);
        }
        return Term.find(DossierState.class, id)
                .<Set<DossierState>>map(EnumSet::of)
                .orElse(WAITING);
    }

    private static List<DossierState> states(Actor actor) {
        return Stream.of(DossierState.values())
                .filter(state -> state != DossierState.DRAFT || actor.is(Role.AUDITOR))
                .toList();
    }

    /** Those that hand in dossiers: the city and its counties. */
    private List<PlaceName> places() {
        return book.places().values().stream()
                .filter(place -> Arrays.asList(Level.CITY, Level.COUNTY).contains(place.level()))
                .toList();
    }
}
