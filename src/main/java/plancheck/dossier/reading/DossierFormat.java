package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plancheck.dossier.asking.ProjectHead;
import plancheck.dossier.checks.FigureQueries;
import plancheck.dossier.reading.Shape.Field;
import plancheck.facts.Days;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Settlement;
import plancheck.facts.Source;
import plancheck.facts.Stage;
import plancheck.facts.WorkNature;
import plancheck.facts.WorkStandard;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RulingForm;

/** The format of a dossier, derived from the rule book: one definition for the reader and the JSON Schema. */
public final class DossierFormat {
    /** Something to be seen, which a blank of any width or a mark of no width is not. */
    private static final String VISIBLE =
            "[^\\s\\u0000-\\u0020\\u0085\\u00a0\\u00ad\\u034f\\u115f\\u1160\\u1680\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f"
                    + "\\u205f-\\u206f\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0]";

    private static final String ONE_LINE = ".*" + VISIBLE + ".*";

    private static final Field DAY =
            optional(new Shape.Date(new Label("所填情况截至哪一天，不填即截止日", "the day it was so; left out, the as-of date")));

    /** The section for what a place has none of. */
    public static final String NOT_HERE = "not-here";

    private static final Field BY = optional(new Shape.Text("", new Label("由谁认定", "who determined it")));
    private static final Field REASON = optional(new Shape.Text("", new Label("理由", "on what grounds")));

    /** The three ways of giving a figure in braces. */
    private static final List<String> ONE_VALUE = List.of("value", "series", "by-county");

    /** Stand beside every value. */
    private static final Field SOURCE = optional(sources());

    private static final Field EVIDENCE = optional(Shape.texts(new Label("佐证材料", "evidence")));
    private static final Field NOTE =
            optional(new Shape.Text("", new Label("说明，不参与判定", "a note, which is not judged")));

    private final RuleBook book;

    public DossierFormat(RuleBook book) {
        this.book = book;
    }

    public Shape.Fields root() {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("plancheck", required(choice(new Label("格式版本，写 1", "version of the format, write 1"), "1", "1")));
        fields.put(
                "kind",
                required(choice(new Label("材料类别", "kind of dossier"), "self-assessment", "自评", "project", "建设项目")));
        fields.put(
                "id",
                required(new Shape.Text(
                        VISIBLE + ".{0,99}",
                        new Label(
                                "材料编号，由填报单位自定，不超过100字",
                                "number of the dossier, of your own choosing, up to 100 characters"))));
        fields.put(
                "title",
                required(new Shape.Text(ONE_LINE, new Label("材料标题，写在一行里", "title of the dossier, on one line"))));
        fields.put("place", required(place()));
        fields.put("as-of", required(new Shape.Date(new Label("截止日，按此日判断是否到期", "day at which the dossier is judged"))));
        fields.put("figures", optional(figures()));
        fields.put("declarations", optional(declarations()));
        if (!book.features().isEmpty()) {
            fields.put(NOT_HERE, optional(notHere()));
        }
        for (ItemKind kind : book.kinds().values()) {
            fields.put(kind.list(), optional(new Shape.Many(item(kind), "name", kind.listName())));
        }
        fields.put("named-projects", optional(namedProjects()));
        fields.put("project", optional(project()));
        if (!book.figureChecks().isEmpty()) {
            fields.put(FigureQueries.EXPLANATIONS, optional(explanations()));
        }
        fields.put("note", NOTE);
        return new Shape.Fields(fields, new Label("申报材料", "dossier"));
    }

    private Shape explanations() {
        Map<String, Field> fields = new LinkedHashMap<>();
        book.figureChecks().forEach(check -> fields.put(check.id(), optional(new Shape.Text("", check.name()))));
        return new Shape.Fields(fields, FigureQueries.explanationsInWords());
    }

    private Shape place() {
        return new Shape.Choice(
                book.placesInWords(),
                book.placesAsWritten().keySet(),
                new Label("行政区划代码（GB/T 2260）", "code of the place (GB/T 2260)"));
    }

    private Shape.Fields figures() {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Indicator indicator : book.indicators().values()) {
            if (indicator.isOfPlace() && indicator.type() != Indicator.Type.DECLARATION) {
                fields.put(indicator.id(), optional(figure(indicator)));
            }
        }
        return new Shape.Fields(fields, new Label("指标值", "figures"));
    }

    private Shape figure(Indicator indicator) {
        Shape bare = bare(indicator);
        Map<String, Field> braces = new LinkedHashMap<>();
        braces.put("value", optional(unbounded(bare)));
        List<String> needed = new ArrayList<>();
        if (indicator.type() == Indicator.Type.NUMBER) {
            Shape number = new Shape.Number(null, null, anyUnit(indicator.unitSymbol()), indicator.name());
            braces.put(
                    "series",
                    optional(new Shape.Entries(
                            Days.YEAR,
                            number,
                            new Label(
                                    "逐年数值，例如 { \"2023\": 数值, \"2024\": 数值 }",
                                    "values by year, for example { \"2023\": 12.1, \"2024\": 12.3 }"))));
            if (indicator.sums()) {
                braces.put("by-county", optional(byCounty(number)));
            }
            if (indicator.unit() != null) {
                Map<String, Label> units = new LinkedHashMap<>();
                indicator.unit().alternatives().forEach(unit -> units.put(unit.symbol(), Label.of(unit.symbol())));
                braces.put("unit", optional(new Shape.Choice(units, new Label("单位", "unit of the value"))));
                needed.add("unit");
            }
        }
        braces.put("year", optional(new Shape.Year(new Label("数值所属年份", "year of the value"))));
        if (indicator.type() == Indicator.Type.NUMBER) {
            caveats(braces, indicator);
        }
        provenance(braces);
        return new Shape.Either(bare, new Shape.Fields(braces, needs(needed), ONE_VALUE, indicator.name()));
    }

    /** What the dossier itself says against the value. */
    private void caveats(Map<String, Field> braces, Indicator indicator) {
        Map<String, Field> other = new LinkedHashMap<>();
        other.put(
                "value",
                required(new Shape.Number(
                        null, null, anyUnit(indicator.unitSymbol()), new Label("另一数值", "the other value"))));
        provenance(other);
        braces.put(
                "through-month",
                optional(new Shape.Number(
                        BigDecimal.ONE,
                        BigDecimal.valueOf(12),
                        "个",
                        new Label("只有年初至某月的数，写截至月份，例如 11", "the last month covered, where it is not a whole year"))));
        braces.put("about", optional(new Shape.YesNo(new Label("约数填 yes", "yes where it is only about so much"))));
        braces.put(
                "also",
                optional(new Shape.Many(
                        new Shape.Fields(other, indicator.name()),
                        "",
                        new Label("其他来源对同一指标的数值", "what other sources give for the same"))));
        if (indicator.cumulativeSince() != null) {
            braces.put(
                    "under-way",
                    optional(new Shape.Number(
                            BigDecimal.ZERO,
                            null,
                            anyUnit(indicator.unitSymbol()),
                            new Label("在建、尚未建成的数量", "how much is being built and not finished"))));
        }
        Map<String, Field> shares = new LinkedHashMap<>();
        book.provisions().stream()
                .filter(provision ->
                        provision.isList() && provision.totalIndicator().equals(indicator))
                .map(Provision::measuredIndicator)
                .filter(Indicator::isAnswer)
                .forEach(attribute -> shares.put(
                        attribute.id(),
                        optional(new Shape.Number(BigDecimal.ZERO, BigDecimal.valueOf(100), "%", attribute.name()))));
        if (!shares.isEmpty()) {
            braces.put(
                    "shares",
                    optional(new Shape.Fields(
                            shares,
                            new Label(
                                    "没有逐个列清单时，已做到的占比（%）", "how many have it, in percent, where they are not listed"))));
        }
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
        book.placesAsWritten().forEach((written, place) -> {
            if (place.level() == Level.COUNTY) {
                counties.put(written, optional(number));
            }
        });
        return new Shape.Fields(counties, new Label("分县（市、区）数值，代码: 数值", "values by county, code: value"));
    }

    /** In braces another unit may be used, so the range is looked at after conversion. */
    private static Shape unbounded(Shape bare) {
        return bare instanceof Shape.Number number
                ? new Shape.Number(null, null, anyUnit(number.unit()), number.help())
                : bare;
    }

    /** Beside a value in braces stands its unit, unless there is but one. */
    private static String anyUnit(String unit) {
        return unit.equals("%") ? unit : "";
    }

    private static Label helpOf(Indicator indicator) {
        return indicator.help().zh().isEmpty()
                ? indicator.name()
                : Label.filled("%s：%s", "%s: %s", indicator.name(), indicator.help());
    }

    private static Shape bare(Indicator indicator) {
        Label help = helpOf(indicator);
        return switch (indicator.type()) {
            case NUMBER -> new Shape.Number(indicator.min(), indicator.max(), indicator.unitSymbol(), help);
            case YES_NO, DECLARATION -> new Shape.YesNo(Map.of(), indicator.name(), help);
            case CHOICE -> new Shape.Choice(indicator.choices(), help);
            case TEXT -> new Shape.Text("", help);
        };
    }

    private Shape.Fields declarations() {
        Map<String, List<Settlement>> settledBy = new HashMap<>();
        book.provisions().stream()
                .filter(provision -> provision.indicator() != null)
                .forEach(provision -> settledBy
                        .computeIfAbsent(provision.measuredIndicator().id(), id -> new ArrayList<>())
                        .addAll(book.settledBy(provision)));
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Indicator indicator : book.indicators().values()) {
            if (indicator.type() == Indicator.Type.DECLARATION) {
                Map<String, Label> others = inWords(settledBy.getOrDefault(indicator.id(), List.of()));
                Map<String, Field> answer = new LinkedHashMap<>();
                answer.put("answer", optional(new Shape.YesNo(others, indicator.name(), helpOf(indicator))));
                if (!indicator.parts().isEmpty()) {
                    answer.put("parts", optional(parts(indicator)));
                }
                settled(answer, others);
                answer.put("date", DAY);
                provenance(answer);
                fields.put(indicator.id(), optional(new Shape.Fields(answer, indicator.name())));
            }
        }
        return new Shape.Fields(fields, new Label("声明事项", "declarations"));
    }

    private static Shape.Fields parts(Indicator duty) {
        Map<String, Field> parts = new LinkedHashMap<>();
        duty.parts().forEach(part -> parts.put(part.id(), optional(new Shape.YesNo(part.name()))));
        return new Shape.Fields(parts, new Label("分项，逐项填 yes 或 no", "its parts, each yes or no"));
    }

    private static Map<String, Label> inWords(List<Settlement> settlements) {
        Map<String, Label> words = new LinkedHashMap<>();
        settlements.forEach(settlement -> words.put(settlement.id(), settlement.inWords()));
        return words;
    }

    private static void settled(Map<String, Field> fields, Map<String, Label> others) {
        if (!others.isEmpty()) {
            fields.put("by", BY);
            fields.put("reason", REASON);
        }
    }

    private Shape.Fields notHere() {
        Map<String, Field> fields = new LinkedHashMap<>();
        book.features().forEach((id, name) -> {
            Map<String, Field> absence = new LinkedHashMap<>();
            absence.put("by", BY);
            absence.put("reason", REASON);
            absence.put("evidence", EVIDENCE);
            absence.put("note", NOTE);
            Label help = Label.filled("本地没有%s，写明由谁认定", "none of these here, and who says so: %s", name);
            fields.put(id, optional(new Shape.Either(new Shape.Text("", help), new Shape.Fields(absence, name))));
        });
        return new Shape.Fields(fields, new Label("本地没有的事物", "what there is none of here"));
    }

    private Shape item(ItemKind kind) {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("name", required(new Shape.Text(ONE_LINE, new Label("名称，写在一行里", "name, on one line"))));
        if (kind.in().size() > 1) {
            Map<String, Label> levels = new LinkedHashMap<>();
            kind.in().forEach(level -> levels.put(level.id(), ProjectHead.where(level)));
            fields.put("in", optional(new Shape.Choice(levels, new Label("所在区域", "where it lies"))));
        }
        for (Indicator indicator : book.indicators().values()) {
            if (indicator.of().contains(kind.id())) {
                fields.put(indicator.id(), optional(bare(indicator)));
            }
        }
        provenance(fields);
        return new Shape.Fields(fields, kind.name());
    }

    private Shape.Fields namedProjects() {
        Map<String, Field> fields = new LinkedHashMap<>();
        book.works().forEach((id, asked) -> {
            Map<String, Label> stages = new LinkedHashMap<>();
            for (Stage stage : Stage.values()) {
                stages.put(stage.id(), stage.inWords());
            }
            Map<String, Label> others = inWords(asked.stream()
                    .flatMap(provision -> book.settledBy(provision).stream())
                    .distinct()
                    .toList());
            stages.putAll(others);
            Label name = asked.get(0).name();
            Shape stage = new Shape.Choice(stages, name);
            Map<String, Field> braces = new LinkedHashMap<>();
            braces.put("stage", optional(stage));
            settled(braces, others);
            braces.put("date", DAY);
            provenance(braces);
            fields.put(id, optional(new Shape.Either(stage, new Shape.Fields(braces, name))));
        });
        return new Shape.Fields(fields, new Label("项目（工程）进度", "progress of named projects"));
    }

    private Shape.Fields project() {
        Map<String, Field> money = new LinkedHashMap<>();
        money.put("value", required(new Shape.Number(BigDecimal.ZERO, null, "", new Label("总投资", "total investment"))));
        money.put("unit", required(choice(new Label("单位", "unit of the value"), "元", "元", "万元", "万元", "亿元", "亿元")));
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put(
                "code",
                optional(new Shape.Text(
                        "",
                        new Label(
                                "项目代码（GB/T 40058—2021），尚未赋码可不填",
                                "code of the project (GB/T 40058-2021), if it has one yet"))));
        fields.put("sector", required(new Shape.Choice(book.sectors(), new Label("项目类别", "sector"))));
        fields.put("site", required(new Shape.Choice(ProjectHead.allSites(), new Label("建设地点", "site"))));
        fields.put("start", optional(new Shape.Date(new Label("开工日期", "day when work starts"), true)));
        fields.put(
                "completion",
                optional(new Shape.Date(Label.filled(
                        "建成日期，按此日判断%s；未定的不填，有期限的规定待定",
                        "day of completion, at which the project is judged%s; left out, what is due by a date stays open",
                        book.rulingsOn(RulingForm.PROJECT)))));
        fields.put("investment", optional(new Shape.Fields(money, new Label("总投资", "total investment"))));
        content(fields);
        fields.put("works", optional(ofProject(true)));
        fields.put("design", optional(ofProject(false)));
        provenance(fields);
        fields.put(
                "lots",
                optional(new Shape.Many(
                        new Shape.Fields(lot(fields), new Label("子项目（标段）", "a lot")),
                        "name",
                        new Label("子项目（标段），只写与项目不同的内容", "lots, each with what is different from the project"))));
        return new Shape.Fields(fields, new Label("建设项目", "project"));
    }

    /** What a lot may say for itself: whatever the project may, none of it required but its name. */
    private Map<String, Field> lot(Map<String, Field> project) {
        Map<String, Field> lot = new LinkedHashMap<>();
        lot.put("name", required(new Shape.Text(ONE_LINE, new Label("子项目名称，写在一行里", "name of the lot, on one line"))));
        lot.put("place", optional(place()));
        project.forEach((key, field) -> lot.put(key, optional(field.shape())));
        return lot;
    }

    /** What is built, in the approval's words and in figures, and on what of the plans it rests. */
    private void content(Map<String, Field> fields) {
        Map<String, Label> natures = new LinkedHashMap<>();
        for (WorkNature nature : WorkNature.values()) {
            natures.put(nature.id(), nature.inWords());
        }
        fields.put("nature", optional(new Shape.Choice(natures, new Label("建设性质", "what is done"))));
        fields.put(
                "scale",
                optional(new Shape.Text(
                        "", new Label("建设规模和内容，照批文写", "scale and content in the words of the approval"))));
        fields.put(
                "also-in",
                optional(
                        new Shape.Many(place(), "", new Label("同时涉及的其他县（市、区）", "the other counties that it lies in"))));
        Map<String, Field> standard = new LinkedHashMap<>();
        for (WorkStandard each : WorkStandard.values()) {
            standard.put(each.id(), optional(new Shape.Choice(each.classes(), each.inWords())));
        }
        fields.put("standard", optional(new Shape.Fields(standard, new Label("等级标准", "class"))));
        Map<String, Field> amount = new LinkedHashMap<>();
        amount.put("of", optional(new Shape.Text("", new Label("工程内容，例如 道路", "what, for example roads"))));
        amount.put("value", required(new Shape.Number(BigDecimal.ZERO, null, "", new Label("数量", "how much"))));
        amount.put("unit", required(new Shape.Text(ONE_LINE, new Label("单位", "unit"))));
        fields.put(
                "amounts",
                optional(new Shape.Many(
                        new Shape.Fields(amount, new Label("工程量", "a quantity")),
                        "",
                        new Label("主要工程量", "main quantities"))));
        Map<String, Field> claim = new LinkedHashMap<>();
        claim.put(
                "work",
                optional(new Shape.Text(
                        "",
                        new Label(
                                "规划项目的编号（works list 可查）；都不是的写 none",
                                "id of a planned work, see works list; none where it is none of them"))));
        claim.put(
                "clause",
                optional(new Shape.Text(
                        "",
                        new Label(
                                "所依据的条款，例如 平凉规划专栏5第2项",
                                "the clause by its plan and number, or the id of what stands in it"))));
        claim.put("by", BY);
        claim.put("evidence", EVIDENCE);
        claim.put("note", NOTE);
        fields.put(
                "basis",
                optional(new Shape.Many(
                        new Shape.Fields(claim, new Label("规划依据", "basis in the plans")),
                        "",
                        new Label("规划依据，一项一行", "basis in the plans, one a line"))));
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
        return new Shape.Fields(fields, works ? new Label("建设内容", "works") : new Label("设计指标", "design figures"));
    }

    private static void provenance(Map<String, Field> fields) {
        fields.put("source", SOURCE);
        fields.put("evidence", EVIDENCE);
        fields.put("note", NOTE);
    }

    private static Shape sources() {
        Map<String, Label> sources = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            sources.put(source.id(), source.inWords());
        }
        return new Shape.Choice(sources, new Label("来源", "source"));
    }

    private static Shape choice(Label help, String... idsAndLabels) {
        Map<String, Label> choices = new LinkedHashMap<>();
        for (int i = 0; i < idsAndLabels.length; i += 2) {
            choices.put(idsAndLabels[i], new Label(idsAndLabels[i + 1], idsAndLabels[i].replace('-', ' ')));
        }
        return new Shape.Choice(choices, help);
    }

    private static Field required(Shape shape) {
        return new Field(shape, true);
    }

    private static Field optional(Shape shape) {
        return new Field(shape, false);
    }
}
