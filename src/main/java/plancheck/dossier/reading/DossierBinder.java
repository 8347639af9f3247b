package plancheck.dossier.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Contradiction;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierKind;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.checks.Contradictions;
import plancheck.dossier.checks.FigureQueries;
import plancheck.facts.Absence;
import plancheck.facts.Figure;
import plancheck.facts.Item;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.Settlement;
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** Makes the dossier from its nodes, and reports what only shows itself when the parts are put together. */
final class DossierBinder {
    private final RuleBook book;
    private final Contradictions contradictions;
    private final FigureQueries queries;
    private final Node root;
    private final Problems problems;
    private final List<Message> lacking = new ArrayList<>();

    DossierBinder(RuleBook book, Contradictions contradictions, FigureQueries queries, Node root, Problems problems) {
        this.book = book;
        this.contradictions = contradictions;
        this.queries = queries;
        this.root = root;
        this.problems = problems;
    }

    /** The dossier; null when its head is not whole, see {@link #lacking}. */
    @Nullable
    Dossier bind(String digest) {
        Node code = root.at("place");
        PlaceName place = code == null ? null : book.places().get(code.textOrEmpty());
        LocalDate asOf = date(root, "as-of");
        Node project = root.at("project");
        boolean isProject = text(root, "kind").equals(DossierKind.PROJECT.id());
        checkKind(isProject, project);
        if (place != null) {
            new OtherPlace(book, place, isProject).in(root).ifPresent(problems::add);
        }
        LocalDate completion = isProject && project != null ? date(project, "completion") : null;
        LocalDate judgedAt = isProject && completion != null ? completion : asOf;
        // Without a date no year is too late; without a place the figures are looked at all the same.
        FigureBinder figures =
                new FigureBinder(book, place, judgedAt == null ? Integer.MAX_VALUE : judgedAt.getYear(), problems);
        Map<Level, Place> places = place == null ? Map.of() : places(place, figures, isProject);
        if (place == null) {
            lookAtFigures(figures);
        }
        List<Item> items = place == null ? List.of() : items(place, places, figures, isProject);
        List<Project> bound = isProject && project != null
                ? new ProjectBinder(book, root, problems).bind(project, place, places, figures)
                : List.of();
        List<Contradiction> ofPlace = contradictions.in(places.values(), problems);
        contradictions.in(items, problems);
        queries.in(places.values(), explanations(), ofPlace, problems);
        lacking(place, isProject, judgedAt, project);
        return place == null || judgedAt == null || !lacking.isEmpty()
                ? null
                : new Dossier(
                        isProject ? DossierKind.PROJECT : DossierKind.SELF_ASSESSMENT,
                        text(root, "id"),
                        text(root, "title"),
                        place.code(),
                        judgedAt,
                        List.copyOf(places.values()),
                        items,
                        bound,
                        stages(figures),
                        absences(isProject),
                        ofPlace,
                        Set.of(),
                        digest,
                        List.of());
    }

    private Map<String, String> explanations() {
        Map<String, String> explanations = new LinkedHashMap<>();
        Node section = root.at(FigureQueries.EXPLANATIONS);
        if (section != null) {
            section.entries().forEach((check, node) -> explanations.put(check, node.textOrEmpty()));
        }
        return explanations;
    }

    /** What nothing can be judged without, and is not said. */
    List<Message> lacking() {
        return List.copyOf(lacking);
    }

    /** Who is asked, as what and when decides what is asked of him: none of it is guessed. */
    private void lacking(
            @Nullable PlaceName place, boolean isProject, @Nullable LocalDate judgedAt, @Nullable Node project) {
        boolean known = isProject || text(root, "kind").equals(DossierKind.SELF_ASSESSMENT.id());
        need(known, Message.of("dossier.lacking-kind"));
        need(place != null, Message.of("dossier.lacking-place"));
        need(judgedAt != null, Message.of("dossier.lacking-as-of"));
        if (isProject) {
            need(project != null && !text(project, "sector").isEmpty(), Message.of("dossier.lacking-sector"));
            need(project != null && !text(project, "site").isEmpty(), Message.of("dossier.lacking-site"));
        }
    }

    private void need(boolean said, Message what) {
        if (!said) {
            lacking.add(what);
        }
    }

    private void checkKind(boolean isProject, @Nullable Node project) {
        if (isProject && project == null) {
            problems.add(Problem.error(
                    root.line(), "/project", Message.of("dossier.project-missing"), Message.of("dossier.add-project")));
        }
        if (project != null && text(root, "kind").equals(DossierKind.SELF_ASSESSMENT.id())) {
            problems.add(Problem.error(
                    project.line(),
                    "/project",
                    Message.of("dossier.project-in-self-assessment"),
                    Message.of("dossier.write-kind-project")));
        }
    }

    private void lookAtFigures(FigureBinder figures) {
        Node entries = root.at("figures");
        if (entries != null) {
            entries.entries().forEach((id, node) -> {
                Indicator indicator = book.indicators().get(id);
                if (indicator != null && !node.isEmpty()) {
                    figures.figure(indicator, node);
                }
            });
        }
    }

    private Map<Level, Place> places(PlaceName place, FigureBinder figures, boolean isProject) {
        Map<Level, Label> names = new LinkedHashMap<>();
        names.put(place.level(), place.inWords());
        if (place.hasTown()) {
            names.put(place.townLevel(), place.townInWords());
        }
        Map<Level, Map<String, Figure>> given = new EnumMap<>(Level.class);
        names.keySet().forEach(level -> given.put(level, new LinkedHashMap<>()));
        for (String section : List.of("figures", "declarations")) {
            Node entries = root.at(section);
            if (entries != null) {
                entries.entries().forEach((id, node) -> assign(id, node, place, given, figures, isProject));
            }
        }
        Map<Level, Place> places = new LinkedHashMap<>();
        names.forEach((level, name) ->
                places.put(level, new Place(place.code(), level, name, Objects.requireNonNull(given.get(level)))));
        return places;
    }

    private void assign(
            String id,
            Node node,
            PlaceName place,
            Map<Level, Map<String, Figure>> given,
            FigureBinder figures,
            boolean isProject) {
        Indicator indicator = book.indicators().get(id);
        boolean ofProject = indicator != null && isProject && indicator.of().contains("project");
        if (indicator == null || (node.isEmpty() && !node.isUnknown()) || (ofProject && !indicator.isOfPlace())) {
            return;
        }
        Figure figure = figures.figure(indicator, node);
        boolean used = false;
        for (String of : indicator.of()) {
            Map<String, Figure> figuresOfLevel =
                    Term.find(Level.class, of).map(given::get).orElse(null);
            if (figuresOfLevel != null) {
                used = true;
                if (figure != null) {
                    figuresOfLevel.put(id, figure);
                }
            }
        }
        if (!used && !ofProject) {
            problems.add(Problem.warning(
                    node.line(),
                    node.pointer(),
                    Message.of("dossier.figure-not-used", indicator.name(), place.inWords()),
                    Message.of("dossier.figure-belongs-elsewhere", owners(indicator))));
        }
    }

    private static List<Label> owners(Indicator indicator) {
        return indicator.of().stream()
                .flatMap(of -> Term.find(Level.class, of).stream())
                .map(Level::inWords)
                .toList();
    }

    private List<Item> items(PlaceName place, Map<Level, Place> places, FigureBinder figures, boolean isProject) {
        List<Item> items = new ArrayList<>();
        for (ItemKind kind : book.kinds().values()) {
            Node list = root.at(kind.list());
            if (list != null && isProject) {
                problems.add(Problem.warning(
                        list.line(),
                        list.pointer(),
                        Message.of("dossier.list-not-for-project", kind.listName()),
                        Message.of("dossier.lists-in-self-assessment")));
            } else if (list != null && kind.in().stream().noneMatch(places::containsKey)) {
                problems.add(Problem.warning(
                        list.line(),
                        list.pointer(),
                        Message.of("dossier.list-not-used", kind.listName(), place.inWords()),
                        Message.of(
                                "dossier.list-belongs-elsewhere",
                                kind.in().stream().map(Level::inWords).toList())));
            } else if (list != null) {
                list.members().stream()
                        .filter(node -> node.form() == Node.Form.MAPPING)
                        .forEach(node -> items.add(item(kind, node, places, figures)));
            }
        }
        return items;
    }

    private Item item(ItemKind kind, Node node, Map<Level, Place> places, FigureBinder figures) {
        Map<String, Figure> attributes = new LinkedHashMap<>();
        node.entries().forEach((key, value) -> {
            Indicator indicator = book.indicators().get(key);
            Figure figure = indicator == null || value.isEmpty() ? null : figures.attribute(indicator, value, node);
            if (figure != null) {
                attributes.put(key, figure);
            }
        });
        return new Item(kind.id(), name(node), lies(kind, node, places), attributes, index(node), node.line());
    }

    /** What has none is called by its number in every language. */
    private static String name(Node item) {
        String name = text(item, "name");
        return name.isEmpty() ? "#" + (index(item) + 1) : name;
    }

    /** As its pointer has it: a list may have been read without some of its entries. */
    private static int index(Node item) {
        return item.where().index();
    }

    /** Where the item lies: where it says, or the only place it can lie in; null when it does not say. */
    private @Nullable Place lies(ItemKind kind, Node node, Map<Level, Place> places) {
        if (kind.in().size() == 1) {
            return places.get(kind.in().get(0));
        }
        Node in = node.at("in");
        Level level =
                in == null ? null : Term.find(Level.class, in.textOrEmpty()).orElse(null);
        if (in == null || level == null) {
            return null;
        }
        Place place = places.get(level);
        if (place == null) {
            problems.add(Problem.error(
                    in.line(),
                    in.pointer(),
                    Message.of("dossier.lies-nowhere", text(node, "name"), level.inWords()),
                    Message.of("dossier.check-where-it-lies")));
        }
        return place;
    }

    private Map<String, Figure> stages(FigureBinder figures) {
        Map<String, Figure> stages = new LinkedHashMap<>();
        Node projects = root.at("named-projects");
        if (projects != null) {
            projects.entries().forEach((id, node) -> {
                Node stage = node.form() == Node.Form.MAPPING ? node.at("stage") : node.isEmpty() ? null : node;
                String written = stage == null ? "" : stage.textOrEmpty();
                Term.find(Stage.class, written)
                        .<Object>map(known -> known)
                        .or(() -> Term.find(Settlement.class, written))
                        .ifPresent(known -> stages.put(id, figures.given(id, known, node)));
            });
        }
        return stages;
    }

    /** Of a project nothing is asked that could be absent from its place. */
    private Map<String, Absence> absences(boolean isProject) {
        Map<String, Absence> absences = new LinkedHashMap<>();
        Node section = root.at(DossierFormat.NOT_HERE);
        if (section != null && isProject) {
            problems.add(Problem.warning(
                    section.line(),
                    section.pointer(),
                    Message.of("dossier.not-here-not-for-project"),
                    Message.of("dossier.belongs-in-self-assessment")));
        } else if (section != null) {
            section.entries().forEach((feature, node) -> {
                if (!node.isEmpty() && book.features().containsKey(feature)) {
                    boolean bare = node.form() != Node.Form.MAPPING;
                    absences.put(
                            feature,
                            new Absence(
                                    feature,
                                    bare
                                            ? node.textOrEmpty().strip()
                                            : text(node, "by").strip(),
                                    bare ? "" : text(node, "reason").strip(),
                                    bare ? List.of() : FigureBinder.evidence(node),
                                    node.line()));
                }
            });
        }
        return absences;
    }

    static String text(Node node, String key) {
        Node value = node.at(key);
        return value == null ? "" : value.textOrEmpty();
    }

    static @Nullable LocalDate date(Node node, String key) {
        Node value = node.at(key);
        return value == null ? null : Scalars.date(value);
    }
}
