package plancheck.web.dossiers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import plancheck.access.Actor;
import plancheck.archive.DossierRow;
import plancheck.report.Outcome;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.DossierState;

/** A county's own dossiers. */
@Controller
@RequestMapping("/dossiers")
class DossierListController {
    private final DossierDesk desk;

    DossierListController(DossierDesk desk) {
        this.desk = desk;
    }

    /**
     * A dossier as the list shows it.
     *
     * @param counts of the last submission; empty before the first
     */
    record DossierListRow(DossierRow line, DossierState state, Map<Outcome, String> counts) {}

    @GetMapping
    String list(Actor actor, Model model) {
        List<DossierRow> lines = new ArrayList<>(desk.own(actor));
        Collections.reverse(lines); // what was worked on last comes first
        model.addAttribute(
                "rows",
                lines.stream()
                        .map(line -> new DossierListRow(line, DossierState.of(line.state()), counts(line.counts())))
                        .toList());
        return "dossiers/list";
    }

    /** Those that are not zero and ask for attention, from their notation in the store. */
    private static Map<Outcome, String> counts(@org.jspecify.annotations.Nullable String written) {
        Map<Outcome, String> counts = new LinkedHashMap<>();
        for (String one : written == null ? new String[0] : written.split(" ")) {
            String[] pair = one.split("=", 2);
            for (Outcome outcome : Outcome.values()) {
                boolean shown = outcome != Outcome.NOT_APPLICABLE;
                if (pair.length == 2 && shown && outcome.id().equals(pair[0]) && !pair[1].equals("0")) {
                    counts.put(outcome, pair[1]);
                }
            }
        }
        return counts;
    }
}
