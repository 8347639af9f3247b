package plancheck.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Days;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.Bureau;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** Divides what a dossier is asked among the bureaus, as the rule book proposes. */
@Component
public class BureauParts {
    private final RuleBook book;
    private final DossierForm form;
    private final Clock clock;

    BureauParts(RuleBook book, Clock clock) {
        this.book = book;
        this.form = new DossierForm(book);
        this.clock = clock;
    }

    /**
     * The parts of all bureaus that are asked something, in the rule book's order.
     *
     * @param dossier the draft, in YAML or JSON
     * @throws Refusal {@code INVALID} when it does not say of which place it is
     */
    public Map<String, BureauPart> of(byte[] dossier) {
        Map<String, List<String>> fields = form.fields(dossier).values();
        Questionnaire asked = asked(fields);
        Map<String, BureauPart> parts = new LinkedHashMap<>();
        for (Bureau bureau : book.bureaus()) {
            BureauPart part = BureauPart.of(bureau, asked.of(bureau, book.bureaus()), fields);
            if (part.size() > 0) {
                parts.put(bureau.id(), part);
            }
        }
        return parts;
    }

    /** The part of one; one that the rule book does not know any more is asked nothing. */
    public BureauPart of(byte[] dossier, String bureau) {
        Map<String, List<String>> fields = form.fields(dossier).values();
        Bureau known = bureau(bureau);
        return BureauPart.of(known, asked(fields).of(known, book.bureaus()), fields);
    }

    /** All that the dossier is asked. */
    public Questionnaire asked(byte[] dossier) {
        return asked(form.fields(dossier).values());
    }

    /** By its id; one that the rule book does not know goes by the id. */
    public Bureau bureau(String id) {
        return book.bureaus().stream()
                .filter(bureau -> bureau.id().equals(id))
                .findFirst()
                .orElseGet(() -> new Bureau(id, Label.of(id), Set.of()));
    }

    private Questionnaire asked(Map<String, List<String>> fields) {
        PlaceName place = book.place(first(fields, "/place"))
                .orElseThrow(() -> new Refusal(Refusal.Why.INVALID, Message.of("workflow.collect-without-place")));
        LocalDate asOf = Days.of(first(fields, "/as-of"))
                .orElseGet(() -> LocalDate.of(
                        LocalDate.ofInstant(clock.instant(), Due.ZONE).getYear() - 1, 12, 31));
        return Questionnaire.selfAssessment(book, place, asOf);
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }
}
