package plancheck.web.admin;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import plancheck.access.Actor;
import plancheck.archive.AuditEntry;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.web.frame.PageTimes;
import plancheck.web.frame.Pages;
import plancheck.web.frame.PointerLabels;
import plancheck.web.frame.TrailDetails;
import plancheck.workflow.AuditDesk;

/** The audit trail, newest first. */
@Controller
class AuditController {
    /** What can be chosen to look for; a kind of action ends with a dot. */
    private static final List<String> ACTIONS =
            List.of("dossier.", "evidence.", "opinion.", "account.", "account.sign-in", "token.", "plan.", "webhook.");

    /** A page beyond is nobody's wish, and costs the database a walk. */
    private static final int LAST_PAGE = 10_000;

    private final AuditDesk desk;
    private final RuleBook book;

    AuditController(AuditDesk desk, RuleBook book) {
        this.desk = desk;
        this.book = book;
    }

    /**
     * An entry and when it was written, as it is shown.
     *
     * @param kind what the object is, {@code id} which one
     * @param to the state afterwards; a moment, of a lock, by the clocks here
     */
    record TrailRow(String at, AuditEntry entry, String kind, String id, String to) {
        static TrailRow of(AuditEntry entry) {
            String object = entry.object();
            int colon = object.indexOf(':');
            return new TrailRow(
                    PageTimes.seconds(entry.at()),
                    entry,
                    colon < 0 ? "" : object.substring(0, colon),
                    object.substring(colon + 1),
                    moment(entry.toState()));
        }
    }

    private static String moment(String state) {
        try {
            return state.endsWith("Z") ? PageTimes.minutes(Instant.parse(state)) : state;
        } catch (DateTimeParseException noMoment) {
            return state;
        }
    }

    @GetMapping("/audit")
    String audit(
            Actor actor,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "0") int page,
            Locale locale,
            Model model) {
        int number = Math.max(0, Math.min(page, LAST_PAGE));
        AuditDesk.Filter filter = new AuditDesk.Filter(who, what, object);
        AuditDesk.TrailPage found = desk.page(actor, filter, number);
        model.addAttribute("filter", filter);
        model.addAttribute("lines", found.entries().stream().map(TrailRow::of).toList());
        Wording words = new Wording(Pages.language(locale));
        model.addAttribute("details", new TrailDetails(new PointerLabels(book, words)));
        model.addAttribute("names", desk.names());
        model.addAttribute("actions", ACTIONS);
        model.addAttribute("page", number);
        model.addAttribute("more", found.more());
        return "admin/audit";
    }
}
