package plancheck.rulebook.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Relation;
import plancheck.facts.RelationKind;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import plancheck.rulebook.Exemption;
import plancheck.rulebook.FormerPlace;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.Registers;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.Ruling;
import plancheck.rulebook.SectorSigns;
import plancheck.rulebook.compiling.RuleBase;
import tools.jackson.databind.JsonNode;

/** Makes the rule book's objects from its parsed tree, and says all that does not fit together. */
public final class RuleBookReader {
    private static final Message WRONG_ID = Message.of("rulebook.put-id-right");
    private static final String LEVELS = "province, metropolitan-circle, city, county, county-seat, central-urban-area";

    private static final int MOST_PROVISIONS = 20_000;
    private static final int MOST_ASKING = 200;

    private final JsonNode tree;
    private final List<RuleBookProblem> problems = new ArrayList<>();

    public RuleBookReader(JsonNode tree) {
        this.tree = tree;
    }

    /** @throws RuleBookException with every problem, when there is one */
    public RuleBook read() {
        Map<String, ItemKind> kinds = entries("indicators", "kinds", this::kind);
        Map<String, Indicator> indicators = list("indicators", this::indicator, Indicator::id);
        Map<String, Ruling> rulings =
                new RulingReader(problems).read(tree.path("rulings").path("rulings"));
        Map<String, PlaceName> places = list("places", this::place, PlaceName::code);
        changesLeadTo(places);
        Map<String, Label> sectors = entries("indicators", "sectors", this::sector);
        List<Plan> plans = tree.path("plans").properties().stream()
                .map(entry -> new PlanReader(entry.getKey(), entry.getValue()).read())
                .toList();
        RuleBook book = new RuleBook(
                tree.path("rulebook").path("version").asString(""),
                tree.path("digest").asString(),
                List.of(),
                new Registers(
                        indicators,
                        kinds,
                        entries("indicators", "features", this::feature),
                        sectors,
                        entries("indicators", "sectors", RuleBookReader::signs),
                        entries("indicators", "effects", (sector, ids) -> effects(sector, ids, sectors, indicators)),
                        rulings,
                        PlanOrder.fromAbove(plans),
                        places,
                        strings(tree.path("rulebook").path("phrases")),
                        new ChangeReader(problems).read(tree.path(RuleBookSources.CHANGES)),
                        exemptions(),
                        wordsOfChecks(),
                        strings(tree.path("rulebook").path("asked-everywhere")),
                        new PlannedWorkReader(problems).read(tree.path(RuleBookSources.WORKS)),
                        new BureauReader(problems).read(tree.path(RuleBookSources.BUREAUS)),
                        new FigureCheckReader(indicators, problems).read(tree.path(RuleBookSources.CHECKS))),
                RuleBase.of(List.of()));
        problems.addAll(new References(book, tree).problems());
        List<Provision> provisions = problems.isEmpty() ? provisions(book) : List.of();
        RuleBook whole = problems.isEmpty() ? book.completed(provisions, RuleBase.of(provisions)) : book;
        if (problems.isEmpty() && !tree.has(RuleBookSources.PART)) {
            relationsLead(whole);
            new ChangeReader(problems).check(whole, tree.path(RuleBookSources.CHANGES));
            new PlannedWorkReader(problems).check(whole);
            new BureauReader(problems).check(whole.bureaus());
        }
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return whole;
    }

    private Map<String, String> wordsOfChecks() {
        Map<String, String> words = new LinkedHashMap<>();
        tree.path(RuleBookSources.EXCEPTIONS)
                .path("words")
                .properties()
                .forEach(entry -> words.put(entry.getKey(), entry.getValue().asString("")));
        return words;
    }

    private List<Exemption> exemptions() {
        return tree.path(RuleBookSources.EXCEPTIONS)
                .path(RuleBookSources.EXCEPTIONS)
                .valueStream()
                .map(entry -> new Exemption(
                        entry.path("check").asString(""),
                        entry.path("ruling").asString(""),
                        strings(entry.path("ids")),
                        entry.path("why").asString("")))
                .toList();
    }

    /** A tension names provisions and a ruling that there are; what provisions are to one another some ruling settles. */
    private void relationsLead(RuleBook book) {
        book.provisions().stream()
                .flatMap(provision -> provision.relations().stream())
                .filter(relation -> relation.kind() != RelationKind.TENSION
                        && relation.ruling().isEmpty())
                .map(Relation::kind)
                .distinct()
                .forEach(kind -> yamlProblem(
                        RulingReader.FILE,
                        Message.of("rulebook.some-provisions-are-to-each-other", kind.inWords()),
                        Message.of("rulebook.write-in-settles-of-ruling", kind.id())));
        Set<String> ids = book.provisions().stream().map(Provision::id).collect(Collectors.toSet());
        book.plans()
                .values()
                .forEach(plan -> plan.tensions().forEach(tension -> {
                    Stream.concat(tension.one().stream(), tension.other().stream())
                            .filter(id -> !ids.contains(id))
                            .forEach(id -> yamlProblem(
                                    plan.id() + "/plan.yaml",
                                    Message.of("rulebook.no-provision-named-in-relations", id),
                                    WRONG_ID));
                    if (!book.rulings().containsKey(tension.ruling())) {
                        yamlProblem(
                                plan.id() + "/plan.yaml",
                                Message.of("rulebook.no-ruling-named-in-relations", tension.ruling()),
                                WRONG_ID);
                    }
                }));
    }

    private List<Provision> provisions(RuleBook book) {
        List<Provision> provisions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, Integer> asking = new HashMap<>();
        for (JsonNode head : tree.path("heads")) {
            if (problems.size() >= RuleFile.ENOUGH_PROBLEMS) {
                break;
            }
            new ProvisionReader(book, RuleHead.of(head), problems).read().ifPresent(provision -> {
                if (!ids.add(provision.id())) {
                    problems.add(new RuleBookProblem(
                            provision.file(),
                            provision.line(),
                            Message.of("rulebook.provision-twice", provision.id()),
                            Message.of("rulebook.take-another-id")));
                }
                Indicator indicator = provision.indicator();
                if (provisions.size() == MOST_PROVISIONS
                        || indicator != null && asking.merge(indicator.id(), 1, Integer::sum) == MOST_ASKING + 1) {
                    problems.add(new RuleBookProblem(
                            provision.file(),
                            provision.line(),
                            Message.of("rulebook.too-many-provisions"),
                            Message.of("rulebook.most-provisions", MOST_PROVISIONS, MOST_ASKING)));
                }
                provisions.add(provision);
            });
        }
        if (!problems.isEmpty()) {
            return List.of();
        }
        List<Provision> answered = new SharedAnswers(provisions, problems).resolved();
        provisions.clear();
        provisions.addAll(answered);
        List<String> plans = List.copyOf(book.plans().keySet());
        provisions.sort(Comparator.comparing((Provision provision) -> -plans.indexOf(provision.plan()))
                .thenComparing(Provision::id, ClauseOrder.IDS));
        return List.copyOf(provisions);
    }

    private Optional<Indicator> indicator(JsonNode node) {
        String id = node.path("id").asString("");
        String unit = node.path("unit").asString("");
        Optional<Unit> known = Unit.of(unit);
        if (!unit.isEmpty() && known.isEmpty()) {
            indicatorProblem(
                    node,
                    Message.of("rulebook.no-such-unit", id, unit),
                    Message.of("rulebook.use-one-that-program-knows"));
        }
        Phrase name = Message.of("rulebook.the-indicator", id);
        need(node, node, name, "label", "en", "of");
        if (node.has("help") || node.has("help-en")) {
            need(node, node, name, "help", "help-en");
        }
        JsonNode worked = node.path("worked-out");
        return Optional.of(new Indicator(
                id,
                node.path("label").asString(id),
                node.path("en").asString(id),
                strings(node.path("of")),
                type(node, id),
                known.orElse(null),
                decimal(node.path("min")),
                decimal(node.path("max")),
                choices(node, id),
                node.path("sums").asBoolean(false),
                worked.isMissingNode() ? null : workedOut(worked, node, id),
                node.has("cumulative-since") ? node.path("cumulative-since").asInt() : null,
                strings(node.path("also-called")),
                strings(node.path("not")),
                new Label(node.path("help").asString(""), node.path("help-en").asString("")),
                List.of(),
                new Indicator.Bearing(
                        strings(node.path("part-of")),
                        strings(node.path("sum-of")),
                        node.path("never-falls").asBoolean(false),
                        strings(node.path("implies")),
                        node.has("higher-class") ? node.path("higher-class").asString() : null)));
    }

    private Map<String, Label> choices(JsonNode indicator, String id) {
        Map<String, Label> choices = new LinkedHashMap<>();
        indicator.path("choices").properties().forEach(choice -> {
            Phrase name = Message.of("rulebook.the-choice", id, choice.getKey());
            need(choice.getValue(), indicator, name, "label", "en");
            choices.put(choice.getKey(), inWords(choice.getValue(), "label", "en"));
        });
        return choices;
    }

    private Label feature(String id, JsonNode node) {
        need(node, node, Message.of("rulebook.the-feature", id), "label", "en");
        return inWords(node, "label", "en");
    }

    private Label sector(String id, JsonNode node) {
        need(node, node, Message.of("rulebook.the-sector", id), "label", "en");
        return inWords(node, "label", "en");
    }

    private static SectorSigns signs(String id, JsonNode node) {
        return new SectorSigns(strings(node.path("industries")), strings(node.path("words")));
    }

    /** @param entry which the problem is reported at, of which a choice is only a part */
    private void need(JsonNode node, JsonNode entry, Phrase name, String... keys) {
        for (String key : keys) {
            if (!node.has(key)) {
                indicatorProblem(entry, Message.of("rulebook.lacks", name, key), Message.of("rulebook.add-it"));
            }
        }
    }

    private Indicator.Type type(JsonNode node, String id) {
        String type = node.path("type").asString("number");
        return switch (type) {
            case "number" -> Indicator.Type.NUMBER;
            case "yes-no" -> Indicator.Type.YES_NO;
            case "declaration" -> Indicator.Type.DECLARATION;
            case "choice" -> Indicator.Type.CHOICE;
            case "text" -> Indicator.Type.TEXT;
            default -> {
                indicatorProblem(node, Message.of("rulebook.no-such-type", id, type), Message.of("rulebook.types"));
                yield Indicator.Type.TEXT;
            }
        };
    }

    private Indicator.@Nullable Derivation workedOut(JsonNode node, JsonNode entry, String id) {
        boolean ratio = node.has("ratio");
        List<String> of = strings(node.path(ratio ? "ratio" : "difference"));
        if (of.size() != 2 || ratio == node.has("difference")) {
            indicatorProblem(
                    entry, Message.of("rulebook.worked-out-malformed", id), Message.of("rulebook.write-worked-out"));
            return null;
        }
        BigDecimal times = decimal(node.path("times"));
        return new Indicator.Derivation(ratio, of.get(0), of.get(1), times == null ? BigDecimal.ONE : times);
    }

    private ItemKind kind(String id, JsonNode node) {
        need(node, node, Message.of("rulebook.the-list", id), "label", "en");
        return new ItemKind(
                id,
                node.path("list").asString(""),
                node.path("label").asString(id),
                node.path("en").asString(id),
                strings(node.path("in")).stream()
                        .map(in -> level(in, "indicators.yaml"))
                        .toList());
    }

    private List<String> effects(
            String sector, JsonNode node, Map<String, Label> sectors, Map<String, Indicator> indicators) {
        if (!sectors.containsKey(sector)) {
            yamlProblem(
                    "indicators.yaml",
                    Message.of("rulebook.no-sector-named-in-effects", sector),
                    Message.of("rulebook.name-it-in-sectors-or-put"));
        }
        List<String> ids = strings(node);
        ids.stream()
                .filter(id -> !indicators.containsKey(id))
                .forEach(id -> yamlProblem(
                        "indicators.yaml", Message.of("rulebook.no-indicator-named-in-effects", id), WRONG_ID));
        return ids;
    }

    private Optional<PlaceName> place(JsonNode node) {
        Level level = level(node.path("level").asString(""), "places.yaml");
        boolean seat = node.has("seat");
        return Optional.of(new PlaceName(
                node.path("code").asString(),
                inWords(node, "name", "en"),
                level,
                node.path("parent").asString(""),
                seat ? Level.COUNTY_SEAT : node.has("urban-area") ? Level.CENTRAL_URBAN_AREA : level,
                inWords(node, seat ? "seat" : "urban-area", "town-en"),
                former(node.path("code").asString())));
    }

    /** The changes that led to the place. */
    private List<FormerPlace> former(String now) {
        return tree.path("places")
                .path("changes")
                .valueStream()
                .filter(change -> change.path("now").asString("").equals(now))
                .map(change -> new FormerPlace(
                        change.path("code").asString(""),
                        inWords(change, "name", "en"),
                        change.path("year").asInt(0)))
                .toList();
    }

    private void changesLeadTo(Map<String, PlaceName> places) {
        tree.path("places")
                .path("changes")
                .valueStream()
                .map(change -> change.path("now").asString(""))
                .filter(now -> !places.containsKey(now))
                .forEach(now ->
                        yamlProblem("places.yaml", Message.of("rulebook.no-place-named-in-changes", now), WRONG_ID));
    }

    /** Without an English name the Chinese one stands for both. */
    private static Label inWords(JsonNode node, String zh, String en) {
        String name = node.path(zh).asString("");
        return new Label(name, node.path(en).asString(name));
    }

    private Level level(String id, String file) {
        return Term.find(Level.class, id).orElseGet(() -> {
            yamlProblem(file, Message.of("rulebook.no-level", id), Message.of("rulebook.levels", LEVELS));
            return Level.COUNTY;
        });
    }

    private <T> Map<String, T> entries(
            String file, String key, java.util.function.BiFunction<String, JsonNode, T> make) {
        Map<String, T> made = new LinkedHashMap<>();
        tree.path(file).path(key).properties().forEach(e -> made.put(e.getKey(), make.apply(e.getKey(), e.getValue())));
        return made;
    }

    private <T> Map<String, T> list(String file, Function<JsonNode, Optional<T>> make, Function<T, String> key) {
        Map<String, T> made = new LinkedHashMap<>();
        for (JsonNode node : tree.path(file).path(file)) {
            make.apply(node).ifPresent(thing -> {
                if (made.put(key.apply(thing), thing) != null) {
                    problems.add(new RuleBookProblem(
                            node.path(RuleBookSources.FILE).asString(file + ".yaml"),
                            node.path(RuleBookSources.LINE).asInt(0),
                            Message.of("rulebook.key-twice", key.apply(thing)),
                            Message.of("rulebook.ids-once")));
                }
            });
        }
        return made;
    }

    static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        node.forEach(n -> strings.add(n.asString()));
        return List.copyOf(strings);
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        return node.isNumber() ? new BigDecimal(node.asString()) : null;
    }

    private void indicatorProblem(JsonNode entry, Phrase message, Phrase advice) {
        problems.add(new RuleBookProblem(
                entry.path(RuleBookSources.FILE).asString("indicators.yaml"),
                entry.path(RuleBookSources.LINE).asInt(0),
                message,
                advice));
    }

    private void yamlProblem(String file, Phrase message, Phrase advice) {
        problems.add(new RuleBookProblem(file, 0, message, advice));
    }
}
