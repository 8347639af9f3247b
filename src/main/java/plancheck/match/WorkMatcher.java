package plancheck.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.RuleBook;

/**
 * Finds the planned works that a project may be, by name, place and sector. It proposes, and a person confirms unless the name is
 * the work's own, nothing speaks against it and nothing else comes near.
 */
public final class WorkMatcher {
    /** What a match is made of, a hundred in all. */
    private static final int OF_NAME = 70;

    private static final int OF_PLACE = 15;
    private static final int OF_SECTOR = 15;

    /** Below this a name has too little in common with a work's to be proposed, whatever else fits. */
    private static final double LIKE = 0.34;

    private static final int PROPOSED = 40;

    /** How far behind the next must be for the first to be plain. */
    private static final int AHEAD = 15;

    /** Of a name shorter than this without the words that any work bears nothing can be said. */
    private static final int SHORTEST = 3;

    private static final double CONTAINED = 0.9;

    private final RuleBook book;
    private final PlannedPlaces places;

    public WorkMatcher(RuleBook book) {
        this.book = book;
        this.places = new PlannedPlaces(book);
    }

    /** The named works that it may be, the likeliest first; empty when none comes near. One that several plans name is told once. */
    public List<WorkMatch> named(ProjectDescription project) {
        List<WorkMatch> all = new ArrayList<>();
        book.plannedWorks().stream()
                .filter(work -> !work.isKind())
                .flatMap(work -> match(work, project).stream())
                .sorted(Comparator.comparingInt((WorkMatch match) -> -match.points())
                        .thenComparing(match -> match.work().same().size())
                        .thenComparing(match -> match.work().id()))
                .filter(match -> all.stream().noneMatch(other -> WorkComparison.isSame(match.work(), other.work())))
                .forEach(all::add);
        if (!all.isEmpty()) {
            WorkMatch first = all.get(0);
            boolean alone = all.stream()
                    .skip(1)
                    .allMatch(other -> isWithin(other, first) || other.points() + AHEAD <= first.points());
            all.replaceAll(match -> match.plain(match.work().equals(first.work()) && first.isPlain() && alone));
        }
        return List.copyOf(all);
    }

    /**
     * Whether another is like the project only by a name that is part of the first's, or that has more to it than the project, or is
     * the whole that the first is part of.
     */
    private static boolean isWithin(WorkMatch other, WorkMatch first) {
        return first.work().partOf().equals(other.work().id())
                || names(first.work())
                        .anyMatch(name -> names(other.work())
                                .anyMatch(part -> isPart(part, name)
                                        || first.isPlain() && !other.isPlain() && isPart(name, part)));
    }

    private static boolean isPart(String name, String of) {
        String core = WorkNames.core(name);
        String whole = WorkNames.core(of);
        return whole.contains(core) && !whole.equals(core);
    }

    /** The kinds of works it is one of by its words, where the plans call for them at its place; those of the longest words first. */
    public List<WorkMatch> ofKind(ProjectDescription project) {
        String whole = WorkNames.core(project.whole());
        Map<WorkMatch, String> words = new LinkedHashMap<>();
        book.plannedWorks().stream()
                .filter(PlannedWork::isKind)
                .filter(kind -> project.sector().isEmpty() || kind.sector().equals(project.sector()))
                .filter(kind -> places.fit(kind, project.places()) && places.fitSite(kind, project))
                .forEach(kind -> kind.words().stream()
                        .filter(word -> isIn(word, project.whole(), whole))
                        .max(Comparator.comparingInt(String::length))
                        .ifPresent(word -> words.put(
                                new WorkMatch(kind, OF_NAME, false, List.of(Message.of("match.word", word)), List.of()),
                                word)));
        return words.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().length()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The works that a plan counts and that it is a part of by its words, where it lies and of its sector; each may be taken for it. */
    public List<WorkMatch> counted(ProjectDescription project) {
        return book.plannedWorks().stream()
                .filter(work -> work.sector().equals(project.sector()) && places.fit(work, project.places()))
                .flatMap(work -> work.countedBy().stream()
                        .filter(project.whole()::contains)
                        .findFirst()
                        .map(word -> new WorkMatch(
                                work, OF_NAME, true, List.of(Message.of("match.word-counted", word)), List.of()))
                        .stream())
                .toList();
    }

    /** Without the words that any work bears, where enough is left: of 公路提质 only 公路 would be. */
    private static boolean isIn(String word, String whole, String core) {
        String own = WorkNames.core(word);
        return own.length() >= SHORTEST || own.length() == word.length() ? core.contains(own) : whole.contains(word);
    }

    private Optional<WorkMatch> match(PlannedWork work, ProjectDescription project) {
        Likeness name = likeness(work, project);
        // What was there when the plan was made is meant only by its own name.
        return name.likeness() < LIKE || work.isBuilt() && !name.isContained()
                ? Optional.empty()
                : Optional.of(compared(work, project)).filter(match -> match.points() >= PROPOSED);
    }

    /** What speaks for the project's being this work and what against it, however little. */
    public WorkMatch compared(PlannedWork work, ProjectDescription project) {
        List<Message> reasons = new ArrayList<>();
        List<Message> doubts = new ArrayList<>();
        Likeness name = likeness(work, project);
        reasons.add(
                name.isContained()
                        ? Message.of("match.name-contained", name.of())
                        : Message.of("match.name-alike", name.of(), (int) Math.round(100 * name.likeness())));
        double points = OF_NAME * name.likeness();
        points += place(work, project, reasons, doubts);
        points += sector(work, project, reasons, doubts);
        boolean sameRoad = road(work, project, reasons, doubts);
        if (!sameRoad || !sameEnds(name, project, doubts)) {
            points /= 2;
        }
        boolean own = name.isContained() && doubts.isEmpty();
        return new WorkMatch(work, (int) Math.round(points), own, reasons, doubts);
    }

    /** @param of the name of the work that comes nearest */
    private record Likeness(String of, double likeness, boolean isContained) {}

    private static Likeness likeness(PlannedWork work, ProjectDescription project) {
        List<String> own =
                List.of(WorkNames.core(WorkNames.withoutAsides(project.name())), WorkNames.core(project.name()));
        String whole = WorkNames.core(project.whole());
        return names(work)
                .map(name -> likeness(name, own, whole))
                .max(Comparator.comparingDouble(Likeness::likeness))
                .orElseThrow();
    }

    private static Stream<String> names(PlannedWork work) {
        return Stream.concat(Stream.of(work.name().zh()), work.otherNames().stream());
    }

    /** A name that is in the project's is the work's own; the more of the project's it makes, the better. */
    private static Likeness likeness(String name, List<String> own, String whole) {
        String core = WorkNames.core(WorkNames.withoutAsides(name));
        if (core.length() >= SHORTEST && whole.contains(core)) {
            double share = own.stream()
                    .filter(title -> title.contains(core))
                    .map(title -> (double) core.length() / title.length())
                    .max(Comparator.naturalOrder())
                    .orElse(0.0);
            return new Likeness(name, CONTAINED + (1 - CONTAINED) * share, true);
        }
        return new Likeness(
                name,
                own.stream()
                        .map(title -> WorkNames.likeness(core, title))
                        .max(Comparator.naturalOrder())
                        .orElse(0.0),
                false);
    }

    private double place(PlannedWork work, ProjectDescription project, List<Message> reasons, List<Message> doubts) {
        if (project.places().isEmpty()) {
            return 0;
        }
        List<Label> lies = places.inWords(work);
        if (places.fit(work, project.places())) {
            reasons.add(Message.of("match.place", lies));
            return OF_PLACE;
        }
        doubts.add(Message.of("match.other-place", lies));
        return -OF_PLACE;
    }

    private double sector(PlannedWork work, ProjectDescription project, List<Message> reasons, List<Message> doubts) {
        if (project.sector().isEmpty()) {
            return 0;
        }
        Label sector = Optional.ofNullable(book.sectors().get(work.sector())).orElse(Label.of(work.sector()));
        if (work.sector().equals(project.sector())) {
            reasons.add(Message.of("match.sector", sector));
            return OF_SECTOR;
        }
        doubts.add(Message.of("match.other-sector", sector));
        return -OF_SECTOR;
    }

    /** False where both bear numbers of roads, and none is the other's. */
    private static boolean road(
            PlannedWork work, ProjectDescription project, List<Message> reasons, List<Message> doubts) {
        Set<String> own = WorkNames.roads(project.whole());
        Set<String> works = WorkNames.roads(work.name().zh() + " " + String.join(" ", work.otherNames()));
        if (own.isEmpty() || works.isEmpty()) {
            return true;
        }
        List<String> common = works.stream().filter(own::contains).toList();
        if (common.isEmpty()) {
            doubts.add(Message.of("match.other-road", List.copyOf(works)));
            return false;
        }
        reasons.add(Message.of("match.road", common));
        return true;
    }

    /** False where both say where they begin and end, and it is elsewhere. */
    private static boolean sameEnds(Likeness name, ProjectDescription project, List<Message> doubts) {
        Set<String> own = WorkNames.ends(project.name());
        Set<String> works = WorkNames.ends(name.of());
        if (name.isContained()
                || own.isEmpty()
                || works.isEmpty()
                || own.containsAll(works)
                || works.containsAll(own)) {
            return true;
        }
        doubts.add(Message.of("match.other-ends", List.copyOf(works)));
        return false;
    }
}
