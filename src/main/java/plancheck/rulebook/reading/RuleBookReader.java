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
import plancheck.facts.Relation;
import plancheck.facts.RelationKind;
import plancheck.facts.Term;
import plancheck.facts.Unit;
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
import plancheck.rulebook.compiling.RuleBase;
import tools.jackson.databind.JsonNode;

/** Makes the rule book's objects from its parsed tree, and says all that does not fit together. */
public final class RuleBookReader {
    private static final Label WRONG_ID = new Label("请改正编号", "put the id right");
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
                        sectors,
                        entries("indicators", "effects", (sector, ids) -> effects(sector, ids, sectors, indicators)),
                        rulings,
                        PlanOrder.fromAbove(plans),
                        places,
                        strings(tree.path("rulebook").path("phrases"))),
                RuleBase.of(List.of()));
        problems.addAll(new References(book, tree).problems());
        List<Provision> provisions = problems.isEmpty() ? provisions(book) : List.of();
        RuleBook whole = problems.isEmpty() ? book.completed(provisions, RuleBase.of(provisions)) : book;
        if (problems.isEmpty() && !tree.has(RuleBookSources.PART)) {
            relationsLead(whole);
        }
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return whole;
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
                        Label.filled(
                                "有规定之间的关系是“%s”，没有释义说明怎样掌握",
                                "some provisions are “%s” to each other, and no ruling settles that", kind.inWords()),
                        Label.filled("请在一条释义的 settles 中写 %s", "write %s in the settles of a ruling", kind.id())));
        Set<String> ids = book.provisions().stream().map(Provision::id).collect(Collectors.toSet());
        book.plans()
                .values()
                .forEach(plan -> plan.tensions().forEach(tension -> {
                    Stream.concat(tension.one().stream(), tension.other().stream())
                            .filter(id -> !ids.contains(id))
                            .forEach(id -> yamlProblem(
                                    plan.id() + "/plan.yaml",
                                    Label.filled(
                                            "relations 中的规定%s不存在", "there is no provision %s, named in relations", id),
                                    WRONG_ID));
                    if (!book.rulings().containsKey(tension.ruling())) {
                        yamlProblem(
                                plan.id() + "/plan.yaml",
                                Label.filled(
                                        "relations 中的释义%s不存在",
                                        "there is no ruling %s, named in relations", tension.ruling()),
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
                            Label.filled("规定编号%s重复", "there are two provisions %s", provision.id()),
                            new Label("编号不得重复使用，请换一个", "ids are never used again; take another")));
                }
                Indicator indicator = provision.indicator();
                if (provisions.size() == MOST_PROVISIONS
                        || indicator != null && asking.merge(indicator.id(), 1, Integer::sum) == MOST_ASKING + 1) {
                    problems.add(new RuleBookProblem(
                            provision.file(),
                            provision.line(),
                            new Label("规定过多", "there are too many provisions"),
                            Label.filled(
                                    "合计不超过%s条，同一指标不超过%s条",
                                    "at most %s in all, and %s for one indicator", MOST_PROVISIONS, MOST_ASKING)));
                }
                provisions.add(provision);
            });
        }
        if (!problems.isEmpty()) {
            return List.of();
        }
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
                    Label.filled("%s的单位“%s”不认识", "%s: there is no unit “%s”", id, unit),
                    new Label("请改用已有单位，或先在程序中登记该单位", "use one that the program knows"));
        }
        Label name = Label.filled("指标%s", "the indicator %s", id);
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
                strings(node.path("not")),
                new Label(node.path("help").asString(""), node.path("help-en").asString(""))));
    }

    private Map<String, Label> choices(JsonNode indicator, String id) {
        Map<String, Label> choices = new LinkedHashMap<>();
        indicator.path("choices").properties().forEach(choice -> {
            Label name = Label.filled("指标%s的选项%s", "the indicator %s, its choice %s,", id, choice.getKey());
            need(choice.getValue(), indicator, name, "label", "en");
            choices.put(choice.getKey(), inWords(choice.getValue(), "label", "en"));
        });
        return choices;
    }

    private Label sector(String id, JsonNode node) {
        need(node, node, Label.filled("项目类别%s", "the sector %s", id), "label", "en");
        return inWords(node, "label", "en");
    }

    /** @param entry which the problem is reported at, of which a choice is only a part */
    private void need(JsonNode node, JsonNode entry, Label name, String... keys) {
        for (String key : keys) {
            if (!node.has(key)) {
                indicatorProblem(entry, Label.filled("%s缺少 %s", "%s lacks %s", name, key), new Label("请补上", "add it"));
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
                indicatorProblem(
                        node,
                        Label.filled("%s的类型“%s”不认识", "%s: there is no type “%s”", id, type),
                        new Label(
                                "可用 number、yes-no、declaration、choice、text",
                                "the types are number, yes-no, declaration, choice and text"));
                yield Indicator.Type.TEXT;
            }
        };
    }

    private Indicator.@Nullable Derivation workedOut(JsonNode node, JsonNode entry, String id) {
        boolean ratio = node.has("ratio");
        List<String> of = strings(node.path(ratio ? "ratio" : "difference"));
        if (of.size() != 2 || ratio == node.has("difference")) {
            indicatorProblem(
                    entry,
                    Label.filled("%s的 worked-out 不合规范", "%s: its worked-out is not well formed", id),
                    new Label(
                            "请写成 { ratio: [甲, 乙] } 或 { difference: [甲, 乙] }",
                            "write { ratio: [a, b] } or { difference: [a, b] }"));
            return null;
        }
        BigDecimal times = decimal(node.path("times"));
        return new Indicator.Derivation(ratio, of.get(0), of.get(1), times == null ? BigDecimal.ONE : times);
    }

    private ItemKind kind(String id, JsonNode node) {
        need(node, node, Label.filled("清单%s", "the list %s", id), "label", "en");
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
                    Label.filled("effects 中的类别“%s”不存在", "there is no sector “%s”, named in effects", sector),
                    new Label("请在 sectors 中登记，或改正", "name it in sectors, or put it right"));
        }
        List<String> ids = strings(node);
        ids.stream()
                .filter(id -> !indicators.containsKey(id))
                .forEach(id -> yamlProblem(
                        "indicators.yaml",
                        Label.filled("effects 中的指标“%s”不存在", "there is no indicator “%s”, named in effects", id),
                        WRONG_ID));
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
                .forEach(now -> yamlProblem(
                        "places.yaml",
                        Label.filled("changes 中的地区“%s”不存在", "there is no place “%s”, named in changes", now),
                        WRONG_ID));
    }

    /** Without an English name the Chinese one stands for both. */
    private static Label inWords(JsonNode node, String zh, String en) {
        String name = node.path(zh).asString("");
        return new Label(name, node.path(en).asString(name));
    }

    private Level level(String id, String file) {
        return Term.find(Level.class, id).orElseGet(() -> {
            yamlProblem(
                    file, Label.filled("层级“%s”不认识", "there is no level “%s”", id), new Label("可用 " + LEVELS, LEVELS));
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
                            Label.filled("“%s”重复", "“%s” is there twice", key.apply(thing)),
                            new Label("同一编号只能写一次", "each id is written once")));
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

    private void indicatorProblem(JsonNode entry, Label message, Label advice) {
        problems.add(new RuleBookProblem(
                entry.path(RuleBookSources.FILE).asString("indicators.yaml"),
                entry.path(RuleBookSources.LINE).asInt(0),
                message,
                advice));
    }

    private void yamlProblem(String file, Label message, Label advice) {
        problems.add(new RuleBookProblem(file, 0, message, advice));
    }
}
