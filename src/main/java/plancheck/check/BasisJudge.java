package plancheck.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Project;
import plancheck.match.ClaimedPart;
import plancheck.match.PlannedPlaces;
import plancheck.match.ProjectBasis;
import plancheck.match.WorkComparison;
import plancheck.match.WorkMatch;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.report.Standing;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/**
 * The judge's part for what a project rests on. It never fails a project: no plan forbids what it does not name. What is named and
 * will be as the plan says passes, and so does what is of a kind that the plan calls for there; the rest goes to a person.
 */
final class BasisJudge {
    /** As many kinds are cited; the others say the same of other clauses. */
    private static final int CITED = 4;

    private static final Label WITHOUT = new Label(
            "两个规划没有点名这个项目，也没有写明要在当地建设此类工程；没有写明的不等于禁止。是否同意建设，由人工判定。",
            "Neither plan names this project or calls for such works there, which is not to forbid it. A person decides.");

    private final RuleBook book;
    private final ProjectBasis.Finder finder;
    private final PlannedPlaces places;

    BasisJudge(RuleBook book) {
        this.book = book;
        this.finder = new ProjectBasis.Finder(book);
        this.places = new PlannedPlaces(book);
    }

    /** At least one: for each work that it is, or for what else it rests on; and one for each claim. */
    List<Finding> findings(Provision provision, Project project) {
        ProjectBasis basis = finder.of(project);
        List<Finding> findings = new ArrayList<>();
        basis.named().forEach(work -> findings.add(named(provision, project, work)));
        if (!basis.proposed().isEmpty()) {
            findings.add(proposed(provision, project, basis.proposed()));
        }
        if (basis.named().isEmpty() && !basis.kinds().isEmpty()) {
            findings.add(ofKind(provision, project, basis));
        }
        if (findings.isEmpty()) {
            findings.add(notProvidedFor(provision, project, basis));
        }
        basis.claims().forEach(claim -> findings.add(claimed(provision, project, claim)));
        return findings;
    }

    private Finding named(Provision provision, Project project, ProjectBasis.NamedWork named) {
        PlannedWork work = named.work();
        FindingDraft draft = new FindingDraft(
                        provision, of(project, Label.filled("规划项目“%s”", "planned work \"%s\"", work.name())))
                .citing(cited(work));
        draft.because(
                named.by().isEmpty()
                        ? Reason.of(Reason.Key.BASIS_FOR, said(named.match().reasons()))
                        : Reason.of(Reason.Key.BASIS_FOR, said(List.of(Message.of("match.confirmed-by", named.by())))));
        if (!named.how().promises().isEmpty()) {
            draft.because(Reason.of(Reason.Key.BASIS_PROMISED, said(named.how().promises())));
        }
        List<Message> differences = named.differences();
        Standing standing = differences.isEmpty() ? Standing.NAMED : Standing.AGAINST;
        draft.measured(standing, Basis.DECLARED, false);
        counted(draft, named);
        if (!differences.isEmpty()) {
            missing(named).forEach(each -> draft.because(Reason.of(Reason.Key.NO_FIGURE, each.label())));
            return draft.because(Reason.of(Reason.Key.BASIS_DIFFERS, said(differences)))
                    .review(Label.filled(
                            "与规划不一致：%s。仍作为这项工程审批的，写明理由；不作为的，另找依据或者修改项目。",
                            "Not as the plan says: %s. Approve it as this work and say why, or find another basis, or change the project.",
                            said(differences)));
        }
        return missing(named).isEmpty() ? draft.as(Outcome.PASS) : draft.insufficient(missing(named));
    }

    /** What the project would have to say to be held against the plan, and the document by which somebody found it to be this work. */
    private static List<Missing> missing(ProjectBasis.NamedWork named) {
        List<Missing> missing = new ArrayList<>(named.how().unknown().stream()
                .map(unknown -> Missing.of("project/" + unknown.pointer(), unknown.name()))
                .distinct()
                .toList());
        if (!named.by().isEmpty() && named.evidence().isEmpty()) {
            missing.add(Missing.of(
                    "project/basis", new Label("认定文件（名称、文号或日期）", "the document by which it was found to be so")));
        }
        return missing;
    }

    /** With the lot it is of, where there are several. */
    private static Label of(Project project, Label about) {
        String lot = project.content().lot();
        return lot.isEmpty() ? about : Label.filled("%s（%s）", "%s (%s)", about, lot);
    }

    /** What it adds to what the plan counts. */
    private static void counted(FindingDraft draft, ProjectBasis.NamedWork named) {
        PlannedWork.Quantity all = named.work().quantity();
        BigDecimal own = named.how().amount();
        if (all != null && own != null) {
            draft.because(Reason.of(Reason.Key.BASIS_COUNTED, own, all.unit(), all.value()));
        }
    }

    private Finding proposed(Provision provision, Project project, List<WorkMatch> proposed) {
        FindingDraft draft = new FindingDraft(
                        provision,
                        Label.filled("%s（是否规划点名的工程）", "%s (whether it is a work that a plan names)", project.name()))
                .citing(proposed.stream()
                        .map(match -> book.citation(match.work()))
                        .distinct()
                        .toList())
                .measured(Standing.OPEN, Basis.DECLARED, false);
        List<Label> works = new ArrayList<>();
        for (WorkMatch match : proposed) {
            List<Message> doubts = match.doubts();
            works.add(
                    doubts.isEmpty()
                            ? Label.filled(
                                    "%s“%s”",
                                    "%s \"%s\"", match.work().id(), match.work().name())
                            : Label.filled(
                                    "%s“%s”（%s）",
                                    "%s \"%s\" (%s)",
                                    match.work().id(),
                                    match.work().name(),
                                    said(doubts)));
            draft.because(Reason.of(
                    Reason.Key.BASIS_FOR,
                    Label.filled("%s：%s", "%s: %s", match.work().name(), said(match.reasons()))));
        }
        return draft.review(Label.filled(
                "可能是规划点名的工程：%s。请确认是哪一项，或者都不是，填入材料的“规划依据”。",
                "It may be a work that the plan names: %s. Say which in the dossier's basis, or that it is none.",
                Label.list(works)));
    }

    private Finding ofKind(Provision provision, Project project, ProjectBasis basis) {
        List<WorkMatch> kinds = basis.kinds();
        FindingDraft draft = new FindingDraft(provision, project.name())
                .citing(kinds.stream()
                        .map(match -> book.citation(match.work()))
                        .distinct()
                        .limit(CITED)
                        .toList())
                .measured(Standing.OF_KIND, Basis.DECLARED, false);
        kinds.stream()
                .limit(CITED)
                .forEach(match -> draft.because(Reason.of(
                        Reason.Key.BASIS_IS,
                        match.work().id(),
                        match.work().name(),
                        Label.list(places.inWords(match.work())),
                        said(match.reasons()))));
        return none(draft, basis).as(Outcome.PASS);
    }

    /** Who found it to be none of the works that are named, where somebody did. */
    private static FindingDraft none(FindingDraft draft, ProjectBasis basis) {
        return basis.noneBy().isEmpty()
                ? draft
                : draft.because(
                        Reason.of(Reason.Key.BASIS_FOR, said(List.of(Message.of("match.none-by", basis.noneBy())))));
    }

    private static Finding notProvidedFor(Provision provision, Project project, ProjectBasis basis) {
        FindingDraft draft =
                new FindingDraft(provision, project.name()).measured(Standing.NOT_PROVIDED_FOR, Basis.DECLARED, false);
        return none(draft, basis)
                .because(Reason.of(Reason.Key.QUESTION, WITHOUT))
                .review(WITHOUT);
    }

    private Finding claimed(Provision provision, Project project, ProjectBasis.CheckedClaim checked) {
        String claim = checked.claim().clause().isEmpty()
                ? checked.claim().work()
                : checked.claim().clause();
        FindingDraft draft =
                new FindingDraft(provision, of(project, Label.filled("所称依据“%s”", "claimed basis \"%s\"", claim)));
        List<Citation> cited = checked.works().isEmpty()
                ? cited(checked.part())
                : checked.works().stream()
                        .map(book::citation)
                        .distinct()
                        .limit(CITED)
                        .toList();
        if (!cited.isEmpty()) {
            draft.citing(cited);
        }
        Message objection = checked.objection().orElse(null);
        if (objection == null) {
            boolean kind = checked.works().stream().allMatch(PlannedWork::isKind);
            return draft.measured(kind ? Standing.OF_KIND : Standing.NAMED, Basis.DECLARED, false)
                    .because(Reason.of(
                            Reason.Key.BASIS_FOR,
                            said(List.of(Message.of(
                                    "match.claim-holds",
                                    checked.works().stream()
                                            .map(PlannedWork::name)
                                            .toList())))))
                    .as(Outcome.PASS);
        }
        draft.because(Reason.of(Reason.Key.BASIS_DIFFERS, said(List.of(objection))));
        draft.measured(checked.isOfAnotherPlace() ? Standing.AGAINST : Standing.UNFOUNDED, Basis.DECLARED, false);
        return draft.review(Label.filled(
                "所称依据不成立：%s。请改正依据，或者说明理由，由人工判定。",
                "The basis claimed does not hold: %s. Correct it, or say why it does; a person decides.",
                said(List.of(objection))));
    }

    /** The clause where it is named, and where another plan names it. */
    private List<Citation> cited(PlannedWork work) {
        return WorkComparison.inAllPlans(work, book)
                .map(book::citation)
                .distinct()
                .toList();
    }

    /** The clauses that are claimed, as far as something stands in them that can be cited. */
    private List<Citation> cited(ClaimedPart part) {
        return part.citations(book).stream().limit(CITED).toList();
    }

    private static Label said(List<Message> messages) {
        return new Label(
                String.join("；", messages.stream().map(Message::zh).toList()),
                String.join("; ", messages.stream().map(Message::en).toList()));
    }
}
