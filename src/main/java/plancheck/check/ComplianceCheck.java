package plancheck.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.ObjectFilter;
import org.kie.api.runtime.rule.AgendaFilter;
import plancheck.dossier.Dossier;
import plancheck.facts.Label;
import plancheck.facts.Requirement;
import plancheck.facts.Subject;
import plancheck.report.Finding;
import plancheck.report.Note;
import plancheck.report.Report;
import plancheck.report.Verdict;
import plancheck.rulebook.RuleBook;

/**
 * Checks dossiers against a rule book: insert the facts, fire, collect the requirements, judge, dispose.
 * Safe to share between threads.
 */
public final class ComplianceCheck {
    private static final ObjectFilter REQUIREMENTS = new ClassObjectFilter(Requirement.class);

    /** A rule looks at one subject alone, so a long list goes in portions, each in a session that fits into the caches. */
    private static final int AT_ONCE = 4_000;

    private final RuleBook book;
    private final Judge judge;
    private final Map<String, Integer> provisionsByRule = new HashMap<>();
    private final Map<String, Integer> provisionsById = new HashMap<>();

    public ComplianceCheck(RuleBook book) {
        this.book = book;
        this.judge = new Judge(book);
        for (int i = 0; i < book.provisions().size(); i++) {
            provisionsByRule.put(book.provisions().get(i).ruleName(), i);
            provisionsById.putIfAbsent(book.provisions().get(i).id(), i);
        }
    }

    public Report check(Dossier dossier) {
        return check(List.of(dossier)).get(0);
    }

    /** Checks several dossiers in one session; no fact of one ever meets a fact of another. */
    public List<Report> check(List<Dossier> dossiers) {
        List<Bindings.BoundSubjects> bound = bound(dossiers, match -> true);
        List<Report> reports = new ArrayList<>(dossiers.size());
        for (int i = 0; i < dossiers.size(); i++) {
            reports.add(report(dossiers.get(i), bound.get(i)));
        }
        return reports;
    }

    /**
     * Of each dossier what one provision comes to, as its report has it but for what is related. All rules are matched; that those
     * of no other provision are fired, and no other is judged, leaves out most of the work.
     *
     * @param provisions the id of one for each dossier; nothing is found of one that the rule book does not have
     */
    public List<List<Finding>> findings(List<Dossier> dossiers, List<String> provisions) {
        Set<String> rules = provisions.stream()
                .flatMap(id -> Optional.ofNullable(provisionsById.get(id)).stream())
                .map(at -> book.provisions().get(at).ruleName())
                .collect(Collectors.toSet());
        List<Bindings.BoundSubjects> bound =
                bound(dossiers, match -> rules.contains(match.getRule().getName()));
        List<List<Finding>> findings = new ArrayList<>(dossiers.size());
        for (int i = 0; i < dossiers.size(); i++) {
            Integer provision = provisionsById.get(provisions.get(i));
            findings.add(provision == null ? List.of() : judge.findings(provision, dossiers.get(i), bound.get(i)));
        }
        return findings;
    }

    private List<Bindings.BoundSubjects> bound(List<Dossier> dossiers, AgendaFilter fired) {
        List<Subject> subjects = new ArrayList<>();
        Map<Dossier, Integer> first = new IdentityHashMap<>(); // the same dossier may be asked for twice
        for (Dossier dossier : dossiers) {
            if (first.putIfAbsent(dossier, subjects.size()) == null) {
                subjects.addAll(dossier.subjects());
            }
        }
        Bindings bindings = new Bindings();
        for (int from = 0; from < subjects.size(); from += AT_ONCE) {
            fire(subjects.subList(from, Math.min(subjects.size(), from + AT_ONCE)), from, bindings, fired);
        }
        return dossiers.stream()
                .map(dossier -> bindings.of(dossier, first.getOrDefault(dossier, 0)))
                .toList();
    }

    private void fire(List<Subject> subjects, int from, Bindings bindings, AgendaFilter fired) {
        Map<Subject, Integer> positions = new IdentityHashMap<>(subjects.size());
        KieSession session = book.rules().newKieSession();
        try {
            for (Subject subject : subjects) {
                positions.put(subject, from + positions.size());
                session.insert(subject);
            }
            session.fireAllRules(fired);
            for (Object fact : session.getObjects(REQUIREMENTS)) {
                Requirement requirement = (Requirement) fact;
                Integer provision = provisionsByRule.get(requirement.rule());
                Integer subject = positions.get(requirement.subject());
                if (provision != null && subject != null) {
                    bindings.add(subject, provision);
                }
            }
        } finally {
            session.dispose();
        }
    }

    private Report report(Dossier dossier, Bindings.BoundSubjects bound) {
        List<Finding> findings = RelevantRelations.in(judge.findings(dossier, bound));
        return new Report(
                new Report.DossierId(
                        dossier.id(), dossier.title(), dossier.kind().id(), dossier.place(), dossier.digest()),
                new Report.RuleBookId(book.version(), book.digest()),
                dossier.asOf(),
                Verdict.of(findings),
                findings,
                dossier.notes().stream()
                        .map(note -> new Note(note.line(), note.pointer(), Label.said(note.said())))
                        .toList());
    }
}
