package plancheck.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.ObjectFilter;
import plancheck.dossier.Dossier;
import plancheck.facts.Requirement;
import plancheck.facts.Subject;
import plancheck.report.Finding;
import plancheck.report.Report;
import plancheck.report.Verdict;
import plancheck.rulebook.RuleBook;

/**
 * Checks dossiers against a rule book: insert the facts, fire, collect the requirements, judge, dispose.
 * Safe to share between threads.
 */
public final class ComplianceCheck {
    private static final ObjectFilter REQUIREMENTS = fact -> fact instanceof Requirement;

    private final RuleBook book;
    private final Judge judge;

    public ComplianceCheck(RuleBook book) {
        this.book = book;
        this.judge = new Judge(book);
    }

    public Report check(Dossier dossier) {
        return check(List.of(dossier)).get(0);
    }

    /** Checks several dossiers in one session, which is quicker; no fact of one ever meets a fact of another. */
    public List<Report> check(List<Dossier> dossiers) {
        Map<Subject, Bound> owners = new IdentityHashMap<>();
        List<Bound> bound = new ArrayList<>(dossiers.size());
        KieSession session = book.rules().newKieSession();
        try {
            for (Dossier dossier : dossiers) {
                Bound own = new Bound();
                bound.add(own);
                for (Subject subject : dossier.subjects()) {
                    owners.put(subject, own);
                    session.insert(subject);
                }
            }
            session.fireAllRules();
            for (Object fact : session.getObjects(REQUIREMENTS)) {
                Requirement requirement = (Requirement) fact;
                Bound own = owners.get(requirement.subject());
                if (own != null) {
                    own.add(requirement);
                }
            }
        } finally {
            session.dispose();
        }
        List<Report> reports = new ArrayList<>(dossiers.size());
        for (int i = 0; i < dossiers.size(); i++) {
            reports.add(report(dossiers.get(i), bound.get(i)));
        }
        return reports;
    }

    private Report report(Dossier dossier, Bound bound) {
        List<Finding> findings = judge.findings(dossier, bound);
        return new Report(
                new Report.DossierId(
                        dossier.id(), dossier.title(), dossier.kind().id(), dossier.place(), dossier.digest()),
                new Report.RuleBookId(book.version(), book.digest()),
                dossier.asOf(),
                Verdict.of(findings),
                findings);
    }

    /** Which subjects of one dossier the rules say are bound, by provision. */
    static final class Bound {
        private final Map<String, List<Subject>> subjects = new HashMap<>();

        void add(Requirement requirement) {
            subjects.computeIfAbsent(requirement.provision(), id -> new ArrayList<>(1))
                    .add(requirement.subject());
        }

        List<Subject> by(String provision) {
            return subjects.getOrDefault(provision, List.of());
        }
    }
}
