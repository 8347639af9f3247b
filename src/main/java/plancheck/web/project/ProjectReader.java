package plancheck.web.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import plancheck.dossier.DossierKind;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Message;
import plancheck.match.PlannedPlaces;
import plancheck.match.ProjectDescription;
import plancheck.match.WorkMatch;
import plancheck.match.WorkMatcher;
import plancheck.platform.ProjectProposal;
import plancheck.platform.ProjectProposals;
import plancheck.rulebook.RuleBook;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormStart;

/** Reads what is said of a project, proposes the rest, and makes a dossier's beginning of what a person has confirmed. */
@Component
public class ProjectReader {
    /** As many works are put before a person; what comes after has little in common with the project. */
    private static final int MOST = 5;

    private final RuleBook book;
    private final FormCheck check;
    private final ProjectProposals proposals;
    private final WorkMatcher matcher;
    private final PlannedPlaces places;

    ProjectReader(RuleBook book, FormCheck check) {
        this.book = book;
        this.check = check;
        this.proposals = new ProjectProposals(book);
        this.matcher = new WorkMatcher(book);
        this.places = new PlannedPlaces(book);
    }

    ProjectProposals.Read registrations(String text) {
        return proposals.of(text);
    }

    /** A registration, as a page shows it to be confirmed. */
    UnderstoodProject understood(ProjectProposal proposal) {
        return understood(SentProject.of(proposal), proposal, false);
    }

    /** What somebody has typed or changed, likewise. */
    UnderstoodProject understood(SentProject sent) {
        ProjectProposal proposal = proposals.of(sent.registration());
        return understood(
                sent.proposed(proposal), proposal, !sent.value("/place").isEmpty());
    }

    private UnderstoodProject understood(SentProject said, ProjectProposal proposal, boolean isPlaceChosen) {
        ProjectDescription described = described(said);
        List<WorkMatch> named = named(described);
        boolean isPlain = !named.isEmpty() && named.get(0).isPlain() && !said.isBasisSaid();
        return new UnderstoodProject(
                isPlain ? said.restingOn(named.get(0).work().id()) : said,
                proposal,
                isPlaceChosen,
                named.stream()
                        .map(match -> PossibleWork.of(match, book, places))
                        .toList(),
                matcher.ofKind(described).stream()
                        .limit(MOST)
                        .map(match -> PossibleWork.of(match, book, places))
                        .toList(),
                book);
    }

    private static ProjectDescription described(SentProject said) {
        return new ProjectDescription(said.value("/title"), said.places(), said.sector(), said.value("/project/scale"));
    }

    private List<WorkMatch> named(ProjectDescription described) {
        return matcher.named(described).stream().limit(MOST).toList();
    }

    /** What a person has still to say before there can be a form; empty when nothing is lacking. */
    List<Problem> lacking(SentProject sent) {
        List<Problem> lacking = new ArrayList<>();
        if (sent.value("/title").isEmpty()) {
            lacking.add(nameless());
        }
        boolean isPlace = check.places().stream().anyMatch(place -> place.code().equals(sent.value("/place")));
        if (!isPlace) {
            lacking.add(lacks("/place", Message.of("web.project-without-place"), Message.of("web.choose-county")));
        }
        if (sent.site().isEmpty()) {
            lacking.add(lacks("site", Message.of("web.project-without-site"), Message.of("web.choose-town-or-rest")));
        }
        if (!book.sectors().containsKey(sent.sector())) {
            lacking.add(lacks("sector", Message.of("web.project-without-sector"), Message.of("web.choose-its-sector")));
        }
        if (!sent.isBasisSaid() && !named(described(sent)).isEmpty()) {
            lacking.add(lacks("works", Message.of("web.project-without-basis"), Message.of("web.say-which-work")));
        }
        return lacking;
    }

    static Problem nameless() {
        return lacks("/title", Message.of("web.project-without-name"), Message.of("web.write-project-name"));
    }

    private static Problem lacks(String field, Message message, Message advice) {
        return Problem.error(0, field, message, advice);
    }

    /** What is asked of the project that a page sends; empty while something is lacking. */
    public Optional<FormAnswers> dossier(Map<String, String[]> parameters) {
        SentProject sent = SentProject.of(parameters);
        return lacking(sent).isEmpty() ? questions(sent).map(asked -> dossier(sent, asked)) : Optional.empty();
    }

    Optional<Questionnaire> questions(SentProject sent) {
        String today = check.today().toString();
        return new FormStart(sent.value("/place"), DossierKind.PROJECT.id(), today, sent.sector(), sent.site())
                .questions(check);
    }

    FormAnswers dossier(SentProject sent, Questionnaire asked) {
        return new FormAnswers(asked.settled()).with(sent.dossier().values());
    }
}
