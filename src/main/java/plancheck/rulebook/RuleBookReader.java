package plancheck.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import tools.jackson.databind.JsonNode;

/** Makes the rule book's objects from its parsed tree, and says all that does not fit together. */
public final class RuleBookReader {
    private final JsonNode tree;
    private final List<RuleBookProblem> problems = new ArrayList<>();

    public RuleBookReader(JsonNode tree) {
        this.tree = tree;
    }

    /** @throws RuleBookException with every problem, when there is one */
    RuleBook read(KieBase rules) {
        Map<String, ItemKind> kinds = entries("indicators", "kinds", this::kind);
        Map<String, Indicator> indicators =
                list(tree.path("indicators").path("indicators"), this::indicator, Indicator::id);
        Map<String, Ruling> rulings = entries("rulings", "rulings", this::ruling);
        Map<String, PlaceName> places = list(tree.path("places").path("places"), this::place, PlaceName::code);
        Map<String, Label> sectors = entries("indicators", "sectors", this::sector);
        Map<String, Plan> plans = new LinkedHashMap<>();
        tree.path("plans").properties().forEach(e -> plans.put(e.getKey(), plan(e.getKey(), e.getValue())));
        RuleBook book = new RuleBook(
                tree.path("rulebook").path("version").asString(""),
                tree.path("digest").asString(),
                List.of(),
                indicators,
                kinds,
                sectors,
                entries("indicators", "effects", (sector, ids) -> effects(sector, ids, sectors, indicators)),
                rulings,
                plans,
                places,
                strings(tree.path("rulebook").path("phrases")),
                rules);
        RuleBook whole = checked(book.completed(provisions(book)));
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return whole;
    }

    /** A tension names provisions and a ruling that there are. */
    private RuleBook checked(RuleBook book) {
        book.plans()
                .values()
                .forEach(plan -> plan.tensions().forEach(tension -> {
                    Stream.concat(tension.one().stream(), tension.other().stream())
                            .filter(id -> book.provision(id).isEmpty())
                            .forEach(id ->
                                    yamlProblem(plan.id() + "/plan.yaml", "relations 中的规定" + id + "不存在", "请改正编号"));
                    if (!book.rulings().containsKey(tension.ruling())) {
                        yamlProblem(plan.id() + "/plan.yaml", "relations 中的释义" + tension.ruling() + "不存在", "请改正编号");
                    }
                }));
        return book;
    }

    /** Everything {@link #read} checks, before there are compiled rules. */
    @SuppressWarnings("NullAway") // the rule base is not touched while checking
    public RuleBook check() {
        return read(null);
    }

    private List<Provision> provisions(RuleBook book) {
        List<Provision> provisions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode head : tree.path("heads")) {
            new ProvisionReader(book, RuleHead.of(head), problems).read().ifPresent(provision -> {
                if (!ids.add(provision.id())) {
                    problems.add(new RuleBookProblem(
                            provision.file(), provision.line(), "规定编号" + provision.id() + "重复", "编号不得重复使用，请换一个"));
                }
                provisions.add(provision);
            });
        }
        provisions.sort(Comparator.comparing(Provision::plan).reversed().thenComparing(Provision::id, ClauseOrder.IDS));
        return List.copyOf(provisions);
    }

    private Optional<Indicator> indicator(JsonNode node) {
        String id = node.path("id").asString("");
        String unit = node.path("unit").asString("");
        Optional<Unit> known = Unit.of(unit);
        if (!unit.isEmpty() && known.isEmpty()) {
            indicatorProblem(node, id + "的单位“" + unit + "”不认识", "请改用已有单位，或先在程序中登记该单位");
        }
        need(node, node, "指标" + id, "label", "en", "of");
        if (node.has("help") || node.has("help-en")) {
            need(node, node, "指标" + id, "help", "help-en");
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
                worked.isMissingNode() ? null : workedOut(worked),
                node.has("cumulative-since") ? node.path("cumulative-since").asInt() : null,
                strings(node.path("not")),
                new Label(node.path("help").asString(""), node.path("help-en").asString(""))));
    }

    private Map<String, Label> choices(JsonNode indicator, String id) {
        Map<String, Label> choices = new LinkedHashMap<>();
        indicator.path("choices").properties().forEach(choice -> {
            need(choice.getValue(), indicator, "指标" + id + "的选项" + choice.getKey(), "label", "en");
            choices.put(choice.getKey(), inWords(choice.getValue(), "label", "en"));
        });
        return choices;
    }

    private Label sector(String id, JsonNode node) {
        need(node, node, "项目类别" + id, "label", "en");
        return inWords(node, "label", "en");
    }

    /** @param entry which the problem is reported at, of which a choice is only a part */
    private void need(JsonNode node, JsonNode entry, String name, String... keys) {
        for (String key : keys) {
            if (!node.has(key)) {
                indicatorProblem(entry, name + "缺少 " + key, "请补上");
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
                indicatorProblem(node, id + "的类型“" + type + "”不认识", "可用 number、yes-no、declaration、choice、text");
                yield Indicator.Type.TEXT;
            }
        };
    }

    private static Indicator.WorkedOut workedOut(JsonNode node) {
        boolean ratio = node.has("ratio");
        List<String> of = strings(node.path(ratio ? "ratio" : "difference"));
        BigDecimal times = decimal(node.path("times"));
        return new Indicator.WorkedOut(ratio, of.get(0), of.get(1), times == null ? BigDecimal.ONE : times);
    }

    private ItemKind kind(String id, JsonNode node) {
        need(node, node, "清单" + id, "label", "en");
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
            yamlProblem("indicators.yaml", "effects 中的类别“" + sector + "”不存在", "请在 sectors 中登记，或改正");
        }
        List<String> ids = strings(node);
        ids.stream()
                .filter(id -> !indicators.containsKey(id))
                .forEach(id -> yamlProblem("indicators.yaml", "effects 中的指标“" + id + "”不存在", "请改正编号"));
        return ids;
    }

    private Ruling ruling(String id, JsonNode node) {
        return new Ruling(
                id,
                node.path("words").asString(""),
                new Label(node.path("text").asString(""), node.path("en").asString("")));
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

    /** Without an English name the Chinese one stands for both. */
    private static Label inWords(JsonNode node, String zh, String en) {
        String name = node.path(zh).asString("");
        return new Label(name, node.path(en).asString(name));
    }

    private Level level(String id, String file) {
        return Term.find(Level.class, id).orElseGet(() -> {
            yamlProblem(
                    file,
                    "层级“" + id + "”不认识",
                    "可用 province、metropolitan-circle、city、county、county-seat、central-urban-area");
            return Level.COUNTY;
        });
    }

    private Plan plan(String id, JsonNode node) {
        List<Baseline> baselines = new ArrayList<>();
        for (JsonNode b : node.path("baselines")) {
            BigDecimal value = decimal(b.path("value"));
            baselines.add(new Baseline(
                    b.path("indicator").asString(""),
                    b.path("place").asString(""),
                    b.path("year").asInt(),
                    value == null ? BigDecimal.ZERO : value,
                    b.path("clause").asString("")));
        }
        List<Plan.Entry> clauses = new ArrayList<>();
        for (JsonNode c : node.path("clauses")) {
            clauses.add(new Plan.Entry(
                    c.path("path").asString(""),
                    c.path("heading").asString(""),
                    c.path("fingerprint").asString(""),
                    c.path("cover").asString(""),
                    c.path("why").asString("")));
        }
        List<Plan.Sentence> sentences = new ArrayList<>();
        for (JsonNode c : node.path("sentences")) {
            sentences.add(new Plan.Sentence(
                    c.path("path").asString(""),
                    c.path("anchor").asString(""),
                    c.path("cover").asString(""),
                    c.path("why").asString("")));
        }
        List<Plan.Tension> tensions = new ArrayList<>();
        for (JsonNode c : node.path("relations")) {
            tensions.add(new Plan.Tension(
                    strings(c.path("one")),
                    strings(c.path("other")),
                    new Label(c.path("note").asString(""), c.path("en").asString("")),
                    c.path("ruling").asString("")));
        }
        String issued = node.path("issued").asString("");
        return new Plan(
                id,
                node.path("prefix").asString(""),
                node.path("title").asString(""),
                node.path("title-en").asString(node.path("title").asString("")),
                node.path("number").asString(""),
                issued.isEmpty() ? null : LocalDate.parse(issued),
                baselines,
                clauses,
                sentences,
                tensions);
    }

    private <T> Map<String, T> entries(
            String file, String key, java.util.function.BiFunction<String, JsonNode, T> make) {
        Map<String, T> made = new LinkedHashMap<>();
        tree.path(file).path(key).properties().forEach(e -> made.put(e.getKey(), make.apply(e.getKey(), e.getValue())));
        return made;
    }

    private <T> Map<String, T> list(JsonNode nodes, Function<JsonNode, Optional<T>> make, Function<T, String> key) {
        Map<String, T> made = new LinkedHashMap<>();
        for (JsonNode node : nodes) {
            make.apply(node).ifPresent(thing -> {
                if (made.put(key.apply(thing), thing) != null) {
                    yamlProblem("*.yaml", "“" + key.apply(thing) + "”重复", "同一编号只能写一次");
                }
            });
        }
        return made;
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        node.forEach(n -> strings.add(n.asString()));
        return List.copyOf(strings);
    }

    private static @org.jspecify.annotations.Nullable BigDecimal decimal(JsonNode node) {
        return node.isNumber() ? new BigDecimal(node.asString()) : null;
    }

    private void indicatorProblem(JsonNode entry, String message, String advice) {
        problems.add(new RuleBookProblem(
                "indicators.yaml", entry.path(RuleBookSources.LINE).asInt(0), message, advice));
    }

    private void yamlProblem(String file, String message, String advice) {
        problems.add(new RuleBookProblem(file, 0, message, advice));
    }
}
