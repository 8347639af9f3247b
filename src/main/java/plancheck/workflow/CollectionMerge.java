package plancheck.workflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import plancheck.archive.CollectionDecision;
import plancheck.collect.Conflict;
import plancheck.collect.DossierMerge;
import plancheck.collect.ReturnedPart;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Days;
import plancheck.facts.Digest;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** Puts what was handed back and the officer's own draft together, with what was decided where they differ. */
@Component
class CollectionMerge {
    /** Whose the draft is: who puts the dossier together. */
    static final Label OWN = new Label("汇总单位", "the office itself");

    /** What only the draft says; of which dossier it is, each part must say too. */
    private static final Set<String> DRAFTS_ONLY = Set.of("/id", "/title", "/note");

    private final RuleBook book;
    private final DossierForm form;
    private final DossierMerge merge;

    CollectionMerge(RuleBook book) {
        this.book = book;
        this.form = new DossierForm(book);
        this.merge = new DossierMerge(book);
    }

    /**
     * @param draft as it stands
     * @param parts by the name of the bureau
     * @param decisions first to last
     */
    DossierMerge.MergedDossier merge(byte[] draft, Map<String, byte[]> parts, List<CollectionDecision> decisions) {
        Questionnaire asked = asked(draft);
        List<ReturnedPart> given = new ArrayList<>();
        given.add(merge.part(OWN.zh(), draft, asked));
        parts.forEach((from, content) -> {
            ReturnedPart part = merge.part(from, content, asked);
            Map<String, List<String>> fields = new LinkedHashMap<>(part.fields());
            fields.keySet().removeAll(DRAFTS_ONLY);
            given.add(new ReturnedPart(from, fields));
        });
        Map<String, CollectionDecision> last = new HashMap<>();
        decisions.forEach(decision -> last.put(decision.pointer(), decision));
        return merge.merge(given, asked, conflict -> decided(conflict, last));
    }

    /** Of whom it is decided to take the answer; one who says something else by now was not decided for. */
    private static String decided(Conflict conflict, Map<String, CollectionDecision> last) {
        CollectionDecision decision = last.get(conflict.pointer());
        return decision == null
                ? ""
                : conflict.versions().stream()
                        .filter(version -> version.from().contains(decision.takenFrom())
                                && digest(version.answer()).equals(decision.answerDigest()))
                        .map(version -> decision.takenFrom())
                        .findFirst()
                        .orElse("");
    }

    static String digest(String answer) {
        return Digest.sha256(answer.getBytes(StandardCharsets.UTF_8));
    }

    /** What differs between the parts, where it is not decided. */
    static List<Conflict> open(DossierMerge.MergedDossier merged) {
        return merged.conflicts().stream()
                .filter(conflict -> conflict.taken().isEmpty())
                .toList();
    }

    private Questionnaire asked(byte[] draft) {
        Map<String, List<String>> fields = form.fields(draft).values();
        PlaceName place = book.place(fields.getOrDefault("/place", List.of("")).get(0))
                .orElseThrow(() -> new Refusal(Refusal.Why.INVALID, Message.of("workflow.collect-without-place")));
        return Questionnaire.complete(
                book,
                place,
                Days.of(fields.getOrDefault("/as-of", List.of("")).get(0))
                        .orElseThrow(
                                () -> new Refusal(Refusal.Why.INVALID, Message.of("workflow.collect-without-day"))));
    }
}
