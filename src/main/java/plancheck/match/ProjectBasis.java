package plancheck.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plancheck.facts.BasisClaim;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Project;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.RuleBook;

/**
 * What a project has to rest on in the plans.
 *
 * @param named works that it is: confirmed by somebody, or plain by its name
 * @param proposed works that it may be, for a person to confirm; empty when some are named, or when somebody said that it is none
 * @param kinds kinds of works that the plans call for where it lies
 * @param noneBy who said that it is none of the works that are named; empty when nobody did
 * @param claims what the dossier says that it rests on, and what is found of that
 */
public record ProjectBasis(
        List<NamedWork> named,
        List<WorkMatch> proposed,
        List<WorkMatch> kinds,
        List<CheckedClaim> claims,
        String noneBy) {
    /** As many are told; what comes after is of no use to anybody. */
    private static final int TOLD = 3;

    /** What is no more alike than this is not asked about: a person would only say no. */
    private static final int ASKED = 68;

    /**
     * A work that the project is.
     *
     * @param by who confirmed it; empty when its name says so
     * @param evidence the document by which it was confirmed; empty when none is named, or none is needed
     * @param how it compares with the project: what the plan says of it, and what differs
     */
    public record NamedWork(WorkMatch match, String by, List<String> evidence, WorkComparison how) {

        public PlannedWork work() {
            return match.work();
        }

        /** All that the project is otherwise than the plan says. */
        public List<Message> differences() {
            return Stream.concat(match.doubts().stream(), how.differences().stream())
                    .toList();
        }
    }

    /**
     * @param part the clauses it means; unknown where there are none
     * @param works of the project that stand in it; empty where it does not hold
     * @param objection why it does not hold; empty when it does
     * @param isOfAnotherPlace whether what it names is asked of another place
     */
    public record CheckedClaim(
            BasisClaim claim,
            ClaimedPart part,
            List<PlannedWork> works,
            Optional<Message> objection,
            boolean isOfAnotherPlace) {}

    /** Finds it by what the dossier says and by the register of works. */
    public static final class Finder {
        private final RuleBook book;
        private final WorkMatcher matcher;
        private final PlannedPlaces places;

        public Finder(RuleBook book) {
            this.book = book;
            this.matcher = new WorkMatcher(book);
            this.places = new PlannedPlaces(book);
        }

        public ProjectBasis of(Project project) {
            ProjectDescription described = ProjectDescription.of(project);
            List<BasisClaim> said = once(project.content().basis());
            List<WorkMatch> likely = matcher.named(described);
            List<WorkMatch> kinds = new ArrayList<>(matcher.ofKind(described));
            List<NamedWork> named = new ArrayList<>();
            for (BasisClaim claim : said) {
                PlannedWork work = book.plannedWork(claim.work()).orElse(null);
                if (work != null && work.isKind()) {
                    kinds.removeIf(kind -> kind.work().equals(work));
                    kinds.add(0, matcher.compared(work, described));
                } else if (work != null
                        && !isThere(work, named) // one work, whichever plan's id it is called by
                        && (!claim.by().isEmpty() || isLikely(work, likely))) {
                    // What its name says itself needs nobody's word.
                    boolean likelyItself = isLikely(work, likely);
                    named.add(named(
                            matcher.compared(work, described),
                            likelyItself ? "" : claim.by(),
                            claim.evidence(),
                            project));
                }
            }
            for (WorkMatch counted : matcher.counted(described)) {
                if (!isThere(counted.work(), named)) {
                    named.add(named(counted, "", List.of(), project));
                }
            }
            boolean settled = !named.isEmpty() || said.stream().anyMatch(BasisClaim::isNone);
            if (!settled) {
                likely.stream()
                        .filter(WorkMatch::isPlain)
                        .forEach(match -> named.add(named(match, "", List.of(), project)));
            }
            List<WorkMatch> proposed = settled || !named.isEmpty()
                    ? List.of()
                    : likely.stream()
                            .filter(match ->
                                    match.points() >= ASKED && !match.work().isBuilt())
                            .limit(TOLD)
                            .toList();
            return new ProjectBasis(
                    List.copyOf(named),
                    proposed,
                    List.copyOf(kinds),
                    said.stream()
                            .filter(claim -> !claim.isNone())
                            .flatMap(claim -> checked(claim, described, named, likely, kinds).stream())
                            .toList(),
                    said.stream()
                            .filter(BasisClaim::isNone)
                            .map(BasisClaim::by)
                            .findFirst()
                            .orElse(""));
        }

        /** Each work and each clause the first time it is named. */
        private static List<BasisClaim> once(List<BasisClaim> claims) {
            Map<List<String>, BasisClaim> first = new LinkedHashMap<>();
            claims.forEach(claim -> first.putIfAbsent(List.of(claim.work(), claim.clause()), claim));
            return List.copyOf(first.values());
        }

        /** Whether it is there already, by its own id or as another plan has it. */
        private static boolean isThere(PlannedWork work, List<NamedWork> named) {
            return named.stream().anyMatch(one -> one.work().equals(work) || WorkComparison.isSame(one.work(), work));
        }

        /** Whether the register comes to the same without the applicant's word. */
        private static boolean isLikely(PlannedWork work, List<WorkMatch> likely) {
            return likely.stream()
                    .anyMatch(match -> match.work().equals(work)
                            && match.points() >= ASKED
                            && match.doubts().isEmpty());
        }

        private NamedWork named(WorkMatch match, String by, List<String> evidence, Project project) {
            return new NamedWork(match, by, evidence, WorkComparison.of(match.work(), project, book));
        }

        /** Of a work that was confirmed nothing is left to check. */
        private Optional<CheckedClaim> checked(
                BasisClaim claim,
                ProjectDescription project,
                List<NamedWork> named,
                List<WorkMatch> likely,
                List<WorkMatch> kinds) {
            PlannedWork work = book.plannedWork(claim.work()).orElse(null);
            if (work != null && (work.isKind() && places.fit(work, project.places()) || isThere(work, named))) {
                return Optional.empty();
            }
            if (work != null) {
                WorkMatch compared = matcher.compared(work, project);
                return Optional.of(new CheckedClaim(
                        claim,
                        ClaimedPart.of(work.id(), book),
                        List.of(),
                        Optional.of(
                                compared.doubts().isEmpty()
                                        ? Message.of("match.claimed-work-unlike", work.name())
                                        : Message.of("match.claimed-work-differs", work.name(), compared.doubts())),
                        !places.fit(work, project.places())));
            }
            ClaimedPart part = ClaimedPart.of(claim.clause().isEmpty() ? claim.work() : claim.clause(), book);
            Set<PlannedWork> own = new LinkedHashSet<>();
            named.forEach(one -> own.add(one.work()));
            Stream.concat(likely.stream().filter(match -> match.points() >= ASKED), kinds.stream())
                    .forEach(match -> own.add(match.work()));
            List<PlannedWork> held =
                    own.stream().filter(each -> part.holds(each, book)).toList();
            return Optional.of(
                    held.isEmpty()
                            ? refuted(claim, part, project)
                            : new CheckedClaim(claim, part, held, Optional.empty(), false));
        }

        /** Why the clause is no basis: nothing is called so, it asks for no works, for others, or elsewhere. */
        private CheckedClaim refuted(BasisClaim claim, ClaimedPart part, ProjectDescription project) {
            if (part.isUnknown()) {
                return new CheckedClaim(claim, part, List.of(), Optional.of(Message.of("match.no-such-clause")), false);
            }
            List<PlannedWork> there = book.plannedWorks().stream()
                    .filter(work -> part.holds(work, book))
                    .toList();
            List<PlannedWork> alike = there.stream()
                    .filter(work -> work.sector().equals(project.sector()))
                    .toList();
            List<PlannedWork> here = alike.stream()
                    .filter(work -> places.fit(work, project.places()))
                    .toList();
            Message why;
            if (there.isEmpty()) {
                why = Message.of("match.clause-without-works");
            } else if (alike.isEmpty()) {
                why = Message.of("match.clause-of-other-works", some(there));
            } else if (here.isEmpty()) {
                why = Message.of("match.clause-of-other-place", some(alike), lie(alike));
            } else {
                why = Message.of("match.clause-of-other-names", some(here));
            }
            return new CheckedClaim(claim, part, List.of(), Optional.of(why), !alike.isEmpty() && here.isEmpty());
        }

        private static List<Label> some(List<PlannedWork> works) {
            return works.stream().limit(2L * TOLD).map(PlannedWork::name).toList();
        }

        private List<Label> lie(List<PlannedWork> works) {
            return works.stream()
                    .flatMap(work -> places.inWords(work).stream())
                    .distinct()
                    .toList();
        }
    }
}
