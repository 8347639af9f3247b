package plancheck.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Item;
import plancheck.facts.Level;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.Stage;
import plancheck.facts.Subject;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Scope;

/**
 * A blank dossier that asks only for what can matter: the figures of the provisions that may bind the place or the
 * project, each with its unit, what it means and the clause that asks for it.
 */
public final class DossierTemplate {
    private final RuleBook book;
    private final PlaceName place;
    private final LocalDate asOf;
    private final StringBuilder text = new StringBuilder();

    public DossierTemplate(RuleBook book, PlaceName place, LocalDate asOf) {
        this.book = book;
        this.place = place;
        this.asOf = asOf;
    }

    /** YAML of a self-assessment. */
    public String selfAssessment() {
        List<Provision> bound =
                book.provisions().stream().filter(p -> mayBind(p, null)).toList();
        head(
                "self-assessment",
                place.code() + "-" + asOf.getYear() + "-ZP",
                place.name() + asOf.getYear() + "年度新型城镇化自评",
                "截止日，按此日判断是否到期",
                bound);
        figures(bound);
        declarations(bound);
        lists(bound);
        stages(bound);
        return text.toString();
    }

    /** YAML of a project of one of the rule book's sectors, at one of the place's levels. */
    public String project(String sector, Level site) {
        Place lies = new Place(place.code(), site, place.inWords(), Map.of());
        Project project = new Project("", "", sector, lies, Map.of());
        List<Provision> bound =
                book.provisions().stream().filter(p -> mayBind(p, project)).toList();
        head(
                "project",
                place.code() + "-" + asOf.getYear() + "-XM",
                place.name() + book.sectors().getOrDefault(sector, sector) + "项目",
                "申报日；项目按建成日期判断",
                bound);
        text.append("\nproject:\n");
        text.append("  code:                      # 项目代码（GB/T 40058—2021），尚未赋码可不填\n");
        text.append("  sector: ").append(sector).append('\n');
        text.append("  site: ")
                .append(site.id())
                .append("    # ")
                .append(site.label())
                .append('\n');
        text.append("  start:                     # 开工日期，例如 ").append(asOf).append('\n');
        text.append("  completion: ").append(asOf).append("     # 建成日期，按此日判断\n");
        text.append("  investment:                # 总投资，例如 { value: 3200, unit: 万元 }\n");
        projectFigures("works", "建设内容，填 yes 或 no", bound, true);
        projectFigures("design", "设计指标", bound, false);
        declarations(bound);
        if (bound.isEmpty()) {
            text.append("  # 这类项目在这个地点没有专门的规定，只按下面填报的数值检查\n");
        }
        effects(sector, lies);
        return text.toString();
    }

    /** The figures of the place that the plans set targets for: a project is judged by those it changes (R33). */
    private void effects(String sector, Place site) {
        List<String> may = book.effects().get(sector);
        List<String> targets = book.provisions().stream()
                .filter(p -> p.criterion() instanceof Criterion.Threshold && !p.isList())
                .filter(p -> p.scope().of() == Scope.Sort.PLACE && (mayHold(p, site) || mayHold(p, places().get(0))))
                .map(Provision::measuredIndicator)
                .filter(DossierFormat::isGivenDirectly)
                .filter(indicator -> may == null || may.contains(indicator.id()))
                .map(indicator ->
                        "#   " + indicator.id() + ":    # " + indicator.label() + "（" + indicator.unitSymbol() + "）\n")
                .distinct()
                .toList();
        if (!targets.isEmpty()) {
            text.append("\n# 项目建成后当地下列指标将达到的数值，有影响的才填（去掉行首的 # 号）：\n# figures:\n");
            targets.forEach(text::append);
        }
    }

    private void head(String kind, String id, String title, String asOfMeans, List<Provision> bound) {
        text.setLength(0);
        text.append("# ").append(title).append("（空白材料）\n");
        bound.stream()
                .map(p -> book.plans().get(p.plan()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(plan -> text.append("# 编号以 ")
                        .append(plan.prefix())
                        .append(" 开头的规定出自《")
                        .append(plan.title())
                        .append("》\n"));
        text.append("# 没有数据的留空，不要填 0；数字后不写单位。指标也可写成：\n");
        text.append("#   指标: { value: 数值, unit: 单位, year: 年份, source: statistics, evidence: [文件名] }\n");
        text.append("plancheck: 1\nkind: ").append(kind).append('\n');
        text.append("id: ").append(id).append("\ntitle: ").append(title).append('\n');
        text.append("place: \"")
                .append(place.code())
                .append("\"            # ")
                .append(place.name())
                .append('\n');
        text.append("as-of: ")
                .append(asOf)
                .append("          # ")
                .append(asOfMeans)
                .append('\n');
    }

    /** Whether nothing that is known of the place or project already rules the provision out. */
    private boolean mayBind(Provision provision, @Nullable Project project) {
        if (project != null) {
            return provision.scope().of() == Scope.Sort.PROJECT && mayHold(provision, project);
        }
        return provision.scope().of() != Scope.Sort.PROJECT
                && places().stream().anyMatch(subject -> mayHold(provision, asSubject(provision, subject)));
    }

    private static Subject asSubject(Provision provision, Place at) {
        return provision.isList() ? new Item(provision.scope().kind(), "", at, Map.of(), 0) : at;
    }

    private static boolean mayHold(Provision provision, Subject subject) {
        return provision.scope().conditions().stream().noneMatch(c -> Boolean.FALSE.equals(c.holds(subject)));
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        places.add(new Place(place.code(), place.level(), place.inWords(), Map.of()));
        if (place.hasTown()) {
            places.add(new Place(place.code(), place.townLevel(), place.townInWords(), Map.of()));
        }
        return places;
    }

    /** What is to be said of one figure: who asks for it, and what it is for where it is not asked for itself. */
    private static final class Question {
        final Set<String> lines = new LinkedHashSet<>();
        boolean yearly;
    }

    private void figures(List<Provision> bound) {
        Map<Indicator, Question> asked = new LinkedHashMap<>();
        for (Provision provision : bound) {
            Indicator measured = provision.isList() ? provision.total() : provision.indicator();
            if (measured != null) {
                ask(measured, provision, asked);
            }
            if (!provision.isList()) {
                conditions(provision, asked);
            }
        }
        asked.keySet().removeIf(indicator -> indicator.type() == Indicator.Type.DECLARATION);
        if (!asked.isEmpty()) {
            text.append("\nfigures:\n");
            asked.forEach(this::figure);
        }
    }

    private void ask(Indicator indicator, Provision provision, Map<Indicator, Question> asked) {
        Indicator.WorkedOut worked = indicator.workedOut();
        if (worked == null || DossierFormat.isGivenDirectly(indicator)) {
            Question question = asked.computeIfAbsent(indicator, i -> new Question());
            question.lines.add(asks(provision));
            question.yearly |= provision.criterion() instanceof Criterion.Yearly;
        }
        inputs(indicator, worked, asked);
    }

    private void inputs(Indicator indicator, Indicator.@Nullable WorkedOut worked, Map<Indicator, Question> asked) {
        if (worked == null) {
            return;
        }
        for (String id : List.of(worked.first(), worked.second())) {
            Indicator input = book.indicators().get(id);
            if (input != null) {
                asked.computeIfAbsent(input, i -> new Question()).lines.add("用于计算“" + indicator.label() + "”");
                inputs(input, input.workedOut(), asked);
            }
        }
    }

    private void conditions(Provision provision, Map<Indicator, Question> asked) {
        for (Indicator condition : conditionFigures(provision)) {
            asked.computeIfAbsent(condition, i -> new Question())
                    .lines
                    .add(provision.id() + " 据此确定是否适用，" + clause(provision));
        }
    }

    private static String asks(Provision provision) {
        return provision.id() + " " + (provision.isList() ? provision.title() : CriterionWords.of(provision)) + "，"
                + clause(provision);
    }

    private static String clause(Provision provision) {
        return "见" + provision.citations().get(0).clause();
    }

    private List<Indicator> conditionFigures(Provision provision) {
        return provision.scope().conditions().stream()
                .filter(Condition::figure)
                .map(c -> book.indicators().get(c.attribute()))
                .filter(Objects::nonNull)
                .toList();
    }

    private void figure(Indicator indicator, Question question) {
        comment("  ", indicator, question.lines);
        Indicator.WorkedOut worked = indicator.workedOut();
        if (worked != null) {
            text.append("  #   也可只填")
                    .append(labelOf(worked.first()))
                    .append("和")
                    .append(labelOf(worked.second()))
                    .append("，由此算出\n");
        }
        text.append("  ").append(indicator.id()).append(':');
        if (question.yearly) {
            text.append("    # 逐年填写：{ series: { 2021: 数值, 2022: 数值 }, unit: ")
                    .append(indicator.unitSymbol())
                    .append(" }");
        } else if (indicator.sums() && place.level() == Level.CITY) {
            text.append("    # 也可分县填：{ by-county: { \"620802\": 数值 }, unit: ")
                    .append(indicator.unitSymbol())
                    .append(", year: 年份 }");
        }
        text.append('\n');
    }

    private String labelOf(String id) {
        Indicator indicator = book.indicators().get(id);
        return indicator == null ? id : indicator.label();
    }

    private void comment(String indent, Indicator indicator, Set<String> lines) {
        String unit = indicator.unit() == null ? "" : "（" + indicator.unitSymbol() + "）";
        text.append(indent).append("# ").append(indicator.label()).append(unit);
        text.append(indicator.type() == Indicator.Type.CHOICE ? choices(indicator) : "");
        text.append(indicator.help().isEmpty() ? "" : "：" + indicator.help()).append('\n');
        lines.forEach(line -> text.append(indent).append("#   ").append(line).append('\n'));
    }

    private void declarations(List<Provision> bound) {
        List<Provision> declared = bound.stream()
                .filter(p -> p.indicator() != null && p.indicator().type() == Indicator.Type.DECLARATION)
                .toList();
        if (declared.isEmpty()) {
            return;
        }
        text.append("\n# 声明事项：answer 填 yes 或 no，evidence 列出佐证材料，例如 { answer: yes, evidence: [县政府文件12号] }\n");
        text.append("declarations:\n");
        Map<Indicator, Set<String>> asked = new LinkedHashMap<>();
        declared.forEach(p -> asked.computeIfAbsent(p.measuredIndicator(), i -> new LinkedHashSet<>())
                .add(asks(p)));
        asked.forEach((indicator, lines) -> {
            comment("  ", indicator, lines);
            text.append("  ").append(indicator.id()).append(": { answer: , evidence: [] }\n");
        });
    }

    private void lists(List<Provision> bound) {
        Map<String, List<Provision>> byKind = bound.stream()
                .filter(Provision::isList)
                .collect(Collectors.groupingBy(p -> p.scope().kind(), LinkedHashMap::new, Collectors.toList()));
        byKind.forEach((id, provisions) -> {
            ItemKind kind = book.kinds().get(id);
            if (kind == null) {
                return;
            }
            Set<Indicator> attributes = new LinkedHashSet<>();
            for (Provision provision : provisions) {
                attributes.addAll(conditionFigures(provision));
                attributes.add(provision.measuredIndicator());
            }
            text.append("\n# ").append(kind.label()).append("清单，一项一行：\n");
            provisions.forEach(p -> text.append("#   ")
                    .append(p.id())
                    .append(' ')
                    .append(p.title())
                    .append("，见")
                    .append(p.citations().get(0).clause())
                    .append('\n'));
            attributes.forEach(a -> text.append("#   ")
                    .append(a.id())
                    .append("：")
                    .append(a.label())
                    .append(a.unit() == null ? "" : "（" + a.unitSymbol() + "）")
                    .append(choices(a))
                    .append(a.help().isEmpty() ? "" : "，" + a.help())
                    .append('\n'));
            text.append(kind.list()).append(":\n#  - { name: 名称");
            if (kind.in().size() > 1) {
                text.append(", in: ")
                        .append(kind.in().stream()
                                .filter(level -> places().stream().anyMatch(p -> p.getLevel() == level))
                                .map(Level::id)
                                .collect(Collectors.joining("|")));
            }
            attributes.forEach(a -> text.append(", ").append(a.id()).append(": "));
            text.append(" }\n");
        });
    }

    private static String choices(Indicator indicator) {
        return indicator.type() == Indicator.Type.CHOICE
                ? "，可填"
                        + indicator.choices().entrySet().stream()
                                .map(e -> e.getKey() + "（" + e.getValue() + "）")
                                .collect(Collectors.joining("、"))
                : indicator.isAnswer() ? "，填 yes 或 no" : "";
    }

    private void stages(List<Provision> bound) {
        List<Provision> staged = bound.stream()
                .filter(p -> p.criterion() instanceof Criterion.Reached)
                .toList();
        if (staged.isEmpty()) {
            return;
        }
        text.append("\n# 项目（工程）进度，填 ");
        for (Stage stage : Stage.values()) {
            text.append(stage.ordinal() == 0 ? "" : "、")
                    .append(stage.id())
                    .append("（")
                    .append(stage.label())
                    .append("）");
        }
        text.append("：\nnamed-projects:\n");
        staged.forEach(p -> text.append("  ")
                .append(p.id())
                .append(":    # ")
                .append(p.title())
                .append("，")
                .append(CriterionWords.of(p))
                .append("，见")
                .append(p.citations().get(0).clause())
                .append('\n'));
    }

    private void projectFigures(String section, String help, List<Provision> bound, boolean works) {
        Map<Indicator, Question> asked = new LinkedHashMap<>();
        for (Provision provision : bound) {
            conditions(provision, asked);
            if (provision.indicator() != null) {
                ask(provision.indicator(), provision, asked);
            }
        }
        asked.keySet()
                .removeIf(indicator -> indicator.type() == Indicator.Type.DECLARATION
                        || (indicator.type() == Indicator.Type.YES_NO) != works);
        if (!asked.isEmpty()) {
            text.append("  ").append(section).append(":    # ").append(help).append('\n');
            asked.forEach((indicator, question) -> {
                comment("    ", indicator, question.lines);
                text.append("    ").append(indicator.id()).append(":\n");
            });
        }
    }
}
