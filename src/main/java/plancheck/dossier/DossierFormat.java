package plancheck.dossier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plancheck.dossier.Shape.Field;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Source;
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** The format of a dossier, derived from the rule book: one definition for the reader and the JSON Schema. */
final class DossierFormat {
    /** Not blank. */
    private static final String ONE_LINE = ".*\\S.*";

    /** The three ways of giving a figure in braces. */
    private static final List<String> ONE_VALUE = List.of("value", "series", "by-county");

    /** Stand beside every value. */
    private static final Field SOURCE = optional(sources());

    private static final Field EVIDENCE = optional(Shape.texts("佐证材料"));
    private static final Field NOTE = optional(new Shape.Text("", "说明，不参与判定"));

    private final RuleBook book;

    DossierFormat(RuleBook book) {
        this.book = book;
    }

    Shape.Fields root() {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("plancheck", required(choice("格式版本，写 1", "1", "1")));
        fields.put("kind", required(choice("材料类别", "self-assessment", "自评", "project", "建设项目")));
        fields.put("id", required(new Shape.Text("\\S.{0,99}", "材料编号，由填报单位自定，不超过100字")));
        fields.put("title", required(new Shape.Text(ONE_LINE, "材料标题，写在一行里")));
        fields.put("place", required(place()));
        fields.put("as-of", required(new Shape.Date("截止日，按此日判断是否到期")));
        fields.put("figures", optional(figures()));
        fields.put("declarations", optional(declarations()));
        for (ItemKind kind : book.kinds().values()) {
            fields.put(kind.list(), optional(new Shape.Many(item(kind), "name", kind.label() + "清单")));
        }
        fields.put("named-projects", optional(namedProjects()));
        fields.put("project", optional(project()));
        fields.put("note", NOTE);
        return new Shape.Fields(fields, "申报材料");
    }

    private Shape place() {
        Map<String, String> places = new LinkedHashMap<>();
        book.places().values().stream().map(PlaceName::code).forEach(code -> places.put(code, nameOf(code)));
        return new Shape.Choice(places, "行政区划代码（GB/T 2260）");
    }

    private String nameOf(String code) {
        PlaceName place = book.places().get(code);
        return place == null ? code : place.name();
    }

    private Shape.Fields figures() {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Indicator indicator : book.indicators().values()) {
            if (isOfPlace(indicator) && indicator.type() != Indicator.Type.DECLARATION) {
                fields.put(indicator.id(), optional(figure(indicator)));
            }
        }
        return new Shape.Fields(fields, "指标值");
    }

    /** Whether an officer would know the value itself; a difference is always worked out from its parts. */
    static boolean isGivenDirectly(Indicator indicator) {
        Indicator.WorkedOut worked = indicator.workedOut();
        return worked == null || worked.ratio();
    }

    static boolean isOfPlace(Indicator indicator) {
        return indicator.of().stream().anyMatch(of -> Term.find(Level.class, of).isPresent());
    }

    private Shape figure(Indicator indicator) {
        Shape bare = bare(indicator);
        Map<String, Field> braces = new LinkedHashMap<>();
        braces.put("value", optional(unbounded(bare)));
        List<String> needed = new ArrayList<>();
        if (indicator.type() == Indicator.Type.NUMBER) {
            Shape number = new Shape.Number(null, null, "", indicator.label());
            braces.put(
                    "series", optional(new Shape.Entries("(19|20)\\d{2}", number, "逐年数值，例如 { 2023: 数值, 2024: 数值 }")));
            if (indicator.sums()) {
                braces.put("by-county", optional(byCounty(number)));
            }
            if (indicator.unit() != null) {
                Map<String, String> units = new LinkedHashMap<>();
                indicator.unit().alternatives().forEach(unit -> units.put(unit.symbol(), unit.symbol()));
                braces.put("unit", optional(new Shape.Choice(units, "单位")));
                needed.add("unit");
            }
        }
        braces.put("year", optional(new Shape.Year("数值所属年份")));
        provenance(braces);
        return new Shape.Either(bare, new Shape.Fields(braces, needs(needed), ONE_VALUE, indicator.label()));
    }

    /** A series has its years in it; everything else in braces says its year. */
    private static Map<String, List<String>> needs(List<String> needed) {
        List<String> withYear =
                Stream.concat(needed.stream(), Stream.of("year")).toList();
        Map<String, List<String>> needs = new LinkedHashMap<>();
        needs.put("value", withYear);
        needs.put("series", List.copyOf(needed));
        needs.put("by-county", withYear);
        return needs;
    }

    private Shape byCounty(Shape number) {
        Map<String, Field> counties = new LinkedHashMap<>();
        book.places().values().stream()
                .filter(place -> place.level() == Level.COUNTY)
                .forEach(county -> counties.put(county.code(), optional(number)));
        return new Shape.Fields(counties, "分县（市、区）数值，代码: 数值");
    }

    /** In braces another unit may be used, so the range is looked at after conversion. */
    private static Shape unbounded(Shape bare) {
        return bare instanceof Shape.Number number ? new Shape.Number(null, null, "", number.help()) : bare;
    }

    private static Shape bare(Indicator indicator) {
        String help = indicator.help().zh().isEmpty() ? indicator.label() : indicator.label() + "：" + indicator.help();
        return switch (indicator.type()) {
            case NUMBER -> new Shape.Number(indicator.min(), indicator.max(), indicator.unitSymbol(), help);
            case YES_NO, DECLARATION -> new Shape.YesNo(help);
            case CHOICE -> new Shape.Choice(inChinese(indicator.choices()), help);
            case TEXT -> new Shape.Text("", help);
        };
    }

    private Shape.Fields declarations() {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Indicator indicator : book.indicators().values()) {
            if (indicator.type() == Indicator.Type.DECLARATION) {
                Map<String, Field> answer = new LinkedHashMap<>();
                answer.put("answer", optional(bare(indicator)));
                provenance(answer);
                fields.put(indicator.id(), optional(new Shape.Fields(answer, indicator.label())));
            }
        }
        return new Shape.Fields(fields, "声明事项");
    }

    private Shape item(ItemKind kind) {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("name", required(new Shape.Text(ONE_LINE, "名称，写在一行里")));
        if (kind.in().size() > 1) {
            Map<String, String> levels = new LinkedHashMap<>();
            kind.in().forEach(level -> levels.put(level.id(), level == Level.COUNTY ? "县（市、区）其余区域" : level.label()));
            fields.put("in", optional(new Shape.Choice(levels, "所在区域")));
        }
        for (Indicator indicator : book.indicators().values()) {
            if (indicator.of().contains(kind.id())) {
                fields.put(indicator.id(), optional(bare(indicator)));
            }
        }
        provenance(fields);
        return new Shape.Fields(fields, kind.label());
    }

    private Shape.Fields namedProjects() {
        Map<String, String> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(stage.id(), stage.label());
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        book.provisions().stream()
                .filter(provision -> provision.criterion() instanceof Criterion.Reached)
                .forEach(provision -> {
                    Shape stage = new Shape.Choice(stages, provision.title());
                    Map<String, Field> braces = new LinkedHashMap<>();
                    braces.put("stage", optional(stage));
                    provenance(braces);
                    fields.put(
                            provision.id(),
                            optional(new Shape.Either(stage, new Shape.Fields(braces, provision.title()))));
                });
        return new Shape.Fields(fields, "项目（工程）进度");
    }

    private Shape.Fields project() {
        Map<String, Field> money = new LinkedHashMap<>();
        money.put("value", required(new Shape.Number(BigDecimal.ZERO, null, "", "总投资")));
        money.put("unit", required(choice("单位", "元", "元", "万元", "万元", "亿元", "亿元")));
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("code", optional(new Shape.Text("", "项目代码（GB/T 40058—2021），尚未赋码可不填")));
        fields.put("sector", required(new Shape.Choice(inChinese(book.sectors()), "项目类别")));
        fields.put(
                "site",
                required(choice("建设地点", "central-urban-area", "中心城区", "county-seat", "县城", "county", "县（市、区）其余区域")));
        fields.put("start", optional(new Shape.Date("开工日期")));
        fields.put("completion", required(new Shape.Date("建成日期，按此日判断（R33）")));
        fields.put("investment", optional(new Shape.Fields(money, "总投资")));
        fields.put("works", optional(ofProject(true)));
        fields.put("design", optional(ofProject(false)));
        provenance(fields);
        return new Shape.Fields(fields, "建设项目");
    }

    private Shape.Fields ofProject(boolean works) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Indicator indicator : book.indicators().values()) {
            boolean isWork = indicator.type() == Indicator.Type.YES_NO;
            if (indicator.of().contains("project")
                    && indicator.type() != Indicator.Type.DECLARATION
                    && isWork == works) {
                fields.put(indicator.id(), optional(bare(indicator)));
            }
        }
        return new Shape.Fields(fields, works ? "建设内容" : "设计指标");
    }

    private static void provenance(Map<String, Field> fields) {
        fields.put("source", SOURCE);
        fields.put("evidence", EVIDENCE);
        fields.put("note", NOTE);
    }

    private static Shape sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            sources.put(source.id(), source.label());
        }
        return new Shape.Choice(sources, "来源");
    }

    private static Shape choice(String help, String... idsAndLabels) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < idsAndLabels.length; i += 2) {
            choices.put(idsAndLabels[i], idsAndLabels[i + 1]);
        }
        return new Shape.Choice(choices, help);
    }

    private static Map<String, String> inChinese(Map<String, Label> labels) {
        Map<String, String> chinese = new LinkedHashMap<>();
        labels.forEach((id, label) -> chinese.put(id, label.zh()));
        return chinese;
    }

    private static Field required(Shape shape) {
        return new Field(shape, true);
    }

    private static Field optional(Shape shape) {
        return new Field(shape, false);
    }
}
