package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.BasisClaim;
import plancheck.facts.Figure;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.ProjectContent;
import plancheck.facts.Term;
import plancheck.facts.WorkNature;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** Makes the project of a dossier, and reports what does not fit: its site, its code, its schedule. */
final class ProjectBinder {
    private final RuleBook book;
    private final Node root;
    private final Problems problems;

    ProjectBinder(RuleBook book, Node root, Problems problems) {
        this.book = book;
        this.root = root;
        this.problems = problems;
    }

    /** The project, or its lots, each once more for each other county it lies in; empty when the place is not known. */
    List<Project> bind(Node node, @Nullable PlaceName place, Map<Level, Place> places, FigureBinder figures) {
        checkCode(node, place);
        checkSchedule(node);
        Place own = place == null ? null : place(node, place, places);
        if (place == null || own == null) {
            return List.of();
        }
        Node lots = node.at("lots");
        List<Project> projects = new ArrayList<>();
        if (lots == null || lots.members().isEmpty()) {
            projects.add(project(node, "", own, figures));
        } else {
            for (Node lot : lots.members()) {
                if (lot.form() == Node.Form.MAPPING) {
                    projects.add(lot(node, lot, place, places, figures));
                }
            }
        }
        List<Project> elsewhere = new ArrayList<>();
        for (Project project : projects) {
            for (String code : project.content().alsoIn()) {
                PlaceName other = book.places().get(code);
                if (other != null && !code.equals(project.getCode())) {
                    elsewhere.add(project.in(bare(other, project.getLevel())));
                }
            }
        }
        projects.addAll(elsewhere);
        return List.copyOf(projects);
    }

    /** What the lot does not say it has from the project, but for how much is built, which would count twice. */
    private Project lot(Node project, Node lot, PlaceName place, Map<Level, Place> places, FigureBinder figures) {
        Map<String, Node> fields = new LinkedHashMap<>(project.entries());
        List.of("lots", "amounts", "scale").forEach(fields::remove);
        lot.entries().forEach((key, value) -> fields.merge(key, value, ProjectBinder::joined));
        Node whole = Node.mapping(fields, lot.line(), lot.where());
        PlaceName own = book.places().getOrDefault(DossierBinder.text(lot, "place"), place);
        Map<Level, Place> around = own.code().equals(place.code()) ? places : Map.of();
        Place lies = around.isEmpty()
                ? bare(own, site(whole))
                : Objects.requireNonNullElse(
                        place(whole, own, around), places.values().iterator().next());
        checkSchedule(lot);
        return project(whole, DossierBinder.text(lot, "name"), lies, figures);
    }

    /** Of two groups of fields both, the second's before the first's; else the second. */
    private static Node joined(Node one, Node other) {
        if (one.form() != Node.Form.MAPPING || other.form() != Node.Form.MAPPING) {
            return other;
        }
        Map<String, Node> fields = new LinkedHashMap<>(one.entries());
        fields.putAll(other.entries());
        return Node.mapping(fields, other.line(), other.where());
    }

    /** A place of which the dossier gives no figures: its town where the site is a town, else all of it. */
    private static Place bare(PlaceName place, @Nullable Level site) {
        boolean town = place.hasTown() && (site == Level.COUNTY_SEAT || site == Level.CENTRAL_URBAN_AREA);
        return town
                ? new Place(place.code(), place.townLevel(), place.townInWords(), Map.of())
                : new Place(place.code(), place.level(), place.inWords(), Map.of());
    }

    private static @Nullable Level site(Node project) {
        Node site = project.at("site");
        return site == null ? null : Term.find(Level.class, site.textOrEmpty()).orElse(null);
    }

    /** Where the site lies; the first of the places when that is not said; null when there is none. */
    private @Nullable Place place(Node node, PlaceName place, Map<Level, Place> places) {
        Node site = node.at("site");
        Level level = site(node);
        Place lies = level == null ? null : places.get(level);
        if (site != null && level != null && lies == null) {
            problems.add(Problem.error(
                    site.line(),
                    site.pointer(),
                    Message.of("dossier.place-lacks-site", place.inWords(), level.inWords()),
                    Message.of("dossier.check-site")));
        }
        return lies != null
                ? lies
                : places.isEmpty() ? null : places.values().iterator().next();
    }

    private Project project(Node node, String lot, Place lies, FigureBinder figures) {
        Map<String, Figure> design = new LinkedHashMap<>();
        for (String section : List.of("works", "design")) {
            Node entries = node.at(section);
            if (entries != null) {
                entries.entries().forEach((id, value) -> ofProject(id, value, figures, node, design));
            }
        }
        Node declared = root.at("declarations");
        if (declared != null) {
            declared.entries().forEach((id, value) -> ofProject(id, value, figures, value, design));
        }
        String title = DossierBinder.text(root, "title");
        return new Project(
                DossierBinder.text(node, "code"),
                lot.isEmpty() ? title : title + "·" + lot,
                DossierBinder.text(node, "sector"),
                lies,
                design,
                content(node, lot));
    }

    private ProjectContent content(Node node, String lot) {
        Map<String, String> standard = new LinkedHashMap<>();
        Node classes = node.at("standard");
        if (classes != null) {
            classes.entries().forEach((key, value) -> {
                if (!value.isEmpty()) {
                    standard.put(key, value.textOrEmpty());
                }
            });
        }
        return new ProjectContent(
                lot,
                DossierBinder.text(node, "scale").strip(),
                Term.find(WorkNature.class, DossierBinder.text(node, "nature")).orElse(null),
                members(node, "also-in").stream()
                        .map(Node::textOrEmpty)
                        .filter(book.places()::containsKey)
                        .distinct()
                        .toList(),
                standard,
                members(node, "amounts").stream()
                        .flatMap(amount -> amount(amount).stream())
                        .toList(),
                DossierBinder.date(node, "start"),
                DossierBinder.date(node, "completion"),
                members(node, "basis").stream()
                        .map(claim -> new BasisClaim(
                                DossierBinder.text(claim, "work").strip(),
                                DossierBinder.text(claim, "clause").strip(),
                                DossierBinder.text(claim, "by").strip(),
                                FigureBinder.evidence(claim),
                                claim.line()))
                        .filter(claim ->
                                !claim.work().isEmpty() || !claim.clause().isEmpty())
                        .toList());
    }

    private static List<Node> members(Node node, String key) {
        Node list = node.at(key);
        return list == null ? List.of() : list.members();
    }

    private static Optional<ProjectContent.Amount> amount(Node node) {
        Node value = node.at("value");
        BigDecimal number = value == null ? null : Scalars.decimal(value);
        return number == null
                ? Optional.empty()
                : Optional.of(new ProjectContent.Amount(
                        DossierBinder.text(node, "of").strip(),
                        number,
                        DossierBinder.text(node, "unit").strip()));
    }

    /** Works and design figures take source and evidence from the project, declarations from themselves. */
    private void ofProject(String id, Node value, FigureBinder figures, Node provenance, Map<String, Figure> design) {
        Indicator indicator = book.indicators().get(id);
        if (indicator != null && indicator.of().contains("project") && (!value.isEmpty() || value.isUnknown())) {
            Figure figure = value.form() == Node.Form.MAPPING || value.isUnknown()
                    ? figures.figure(indicator, value)
                    : figures.attribute(indicator, value, provenance);
            if (figure != null) {
                design.put(id, figure);
            }
        }
    }

    /** GB/T 40058: form, month and region; the region may be the site's or that of an authority above it. */
    private void checkCode(Node project, @Nullable PlaceName place) {
        Node node = project.at("code");
        if (node == null) {
            return;
        }
        ProjectCode code = ProjectCode.of(node.textOrEmpty()).orElse(null);
        if (code == null) {
            problems.add(Problem.error(
                    node.line(),
                    node.pointer(),
                    Message.of("dossier.no-project-code", Node.shortened(node.textOrEmpty())),
                    Message.of("dossier.write-project-code-like")));
            return;
        }
        if (!code.hasMonth()) {
            problems.add(Problem.error(
                    node.line(),
                    node.pointer(),
                    Message.of("dossier.project-code-without-month"),
                    Message.of("dossier.project-code-begins-with-month")));
        }
        if (place != null) {
            checkRegion(code, node, place);
        }
    }

    private void checkRegion(ProjectCode code, Node node, PlaceName place) {
        PlaceName above = book.places().get(place.parent());
        PlaceName other = book.place(code.region()).orElse(null);
        // A code that was given before a place's own code was changed stays the project's.
        String region = other == null ? code.region() : other.code();
        boolean own = region.equals(place.code())
                || (above != null && (region.equals(above.code()) || region.equals(above.parent())));
        if (!own) {
            Phrase of = other == null ? Message.of("dossier.elsewhere") : other.inWords();
            problems.add(Problem.error(
                    node.line(),
                    node.pointer(),
                    Message.of("dossier.project-code-of-another-place", code.region(), of, place.inWords()),
                    Message.of("dossier.check-project-code-and-place")));
        }
    }

    private void checkSchedule(Node project) {
        LocalDate start = DossierBinder.date(project, "start");
        LocalDate completion = DossierBinder.date(project, "completion");
        if (start != null && completion != null && completion.isBefore(start)) {
            Node node = project.at("completion");
            problems.add(Problem.error(
                    node == null ? project.line() : node.line(),
                    "/project/completion",
                    Message.of("dossier.completed-before-start"),
                    Message.of("dossier.check-both-dates")));
        }
        if (completion == null && project.form() == Node.Form.MAPPING && project.at("name") == null) {
            problems.add(Problem.warning(
                    project.line(),
                    "/project/completion",
                    Message.of("dossier.no-completion"),
                    Message.of("dossier.give-completion")));
        }
        LocalDate asOf = DossierBinder.date(root, "as-of");
        if (asOf != null && completion != null && completion.isBefore(asOf)) {
            Node node = project.at("completion");
            problems.add(Problem.warning(
                    node == null ? project.line() : node.line(),
                    "/project/completion",
                    Message.of("dossier.completed-already", completion.toString(), asOf.toString()),
                    Message.of("dossier.check-both-dates")));
        }
    }
}
