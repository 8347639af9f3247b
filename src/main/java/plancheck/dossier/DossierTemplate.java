package plancheck.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/**
 * A blank dossier in YAML that asks only for what can matter: a {@link Questionnaire} with its questions as keys, and
 * each one's unit, what it means and the clause that asks for it as comments.
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
        Questionnaire asked = Questionnaire.selfAssessment(book, place, asOf);
        head(asked.head(), "截止日，按此日判断是否到期");
        figures(asked.figures());
        declarations(asked.declarations());
        asked.lists().forEach(this::list);
        stages(asked.stages());
        return text.toString();
    }

    /** YAML of a project of one of the rule book's sectors, at one of the place's levels. */
    public String project(String sector, Level site) {
        Questionnaire asked = Questionnaire.project(book, place, asOf, sector, site);
        head(asked.head(), "申报日；项目按建成日期判断");
        asked.project().ifPresent(this::project);
        declarations(asked.declarations());
        if (asked.head().plans().isEmpty()) {
            text.append("  # 这类项目在这个地点没有专门的规定，只按下面填报的数值检查\n");
        }
        effects(asked.effects());
        return text.toString();
    }

    private void head(Questionnaire.Head head, String asOfMeans) {
        text.setLength(0);
        text.append("# ").append(head.title()).append("（空白材料）\n");
        head.plans()
                .forEach(plan -> text.append("# 编号以 ")
                        .append(plan.prefix())
                        .append(" 开头的规定出自《")
                        .append(plan.title())
                        .append("》\n"));
        text.append("# 没有数据的留空，不要填 0；数字后不写单位。指标也可写成：\n");
        text.append("#   指标: { value: 数值, unit: 单位, year: 年份, source: statistics, evidence: [文件名] }\n");
        text.append("plancheck: 1\nkind: ").append(head.kind().id()).append('\n');
        text.append("id: ")
                .append(head.id())
                .append("\ntitle: ")
                .append(head.title())
                .append('\n');
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

    private void project(ProjectSection project) {
        text.append("\nproject:\n");
        text.append("  code:                      # 项目代码（GB/T 40058—2021），尚未赋码可不填\n");
        text.append("  sector: ").append(project.sector()).append('\n');
        text.append("  site: ")
                .append(project.site().id())
                .append("    # ")
                .append(project.site().label())
                .append('\n');
        text.append("  start:                     # 开工日期，例如 ").append(asOf).append('\n');
        text.append("  completion: ").append(asOf).append("     # 建成日期，按此日判断\n");
        text.append("  investment:                # 总投资，例如 { value: 3200, unit: 万元 }\n");
        ofProject("works", "建设内容，填 yes 或 no", project.works());
        ofProject("design", "设计指标", project.design());
    }

    private void ofProject(String section, String help, List<Question> questions) {
        if (!questions.isEmpty()) {
            text.append("  ").append(section).append(":    # ").append(help).append('\n');
            questions.forEach(question -> {
                comment("    ", question);
                text.append("    ").append(question.key()).append(":\n");
            });
        }
    }

    private void effects(List<Question> effects) {
        if (!effects.isEmpty()) {
            text.append("\n# 项目建成后当地下列指标将达到的数值，有影响的才填（去掉行首的 # 号）：\n# figures:\n");
            effects.forEach(effect -> text.append("#   ")
                    .append(effect.key())
                    .append(":    # ")
                    .append(effect.label())
                    .append("（")
                    .append(effect.unitSymbol())
                    .append("）\n"));
        }
    }

    private void figures(List<Question> figures) {
        if (!figures.isEmpty()) {
            text.append("\nfigures:\n");
            figures.forEach(this::figure);
        }
    }

    private void figure(Question figure) {
        comment("  ", figure);
        if (!figure.workedOutFrom().isEmpty()) {
            text.append(figure.workedOutFrom().stream()
                    .map(part -> part.label())
                    .collect(Collectors.joining("和", "  #   也可只填", "，由此算出\n")));
        }
        text.append("  ").append(figure.key()).append(':');
        if (figure.yearly()) {
            text.append("    # 逐年填写：{ series: { 2021: 数值, 2022: 数值 }, unit: ")
                    .append(figure.unitSymbol())
                    .append(" }");
        } else if (figure.byCounty()) {
            text.append("    # 也可分县填：{ by-county: { \"620802\": 数值 }, unit: ")
                    .append(figure.unitSymbol())
                    .append(", year: 年份 }");
        }
        text.append('\n');
    }

    private void comment(String indent, Question question) {
        String unit = question.unit() == null ? "" : "（" + question.unitSymbol() + "）";
        text.append(indent).append("# ").append(question.label()).append(unit);
        text.append(question.type() == Question.Type.CHOICE ? choices(question) : "");
        text.append(question.help().isEmpty() ? "" : "：" + question.help()).append('\n');
        question.asks()
                .forEach(ask ->
                        text.append(indent).append("#   ").append(ask.inWords()).append('\n'));
    }

    private void declarations(List<Question> declarations) {
        if (!declarations.isEmpty()) {
            text.append("\n# 声明事项：answer 填 yes 或 no，evidence 列出佐证材料，例如 { answer: yes, evidence: [县政府文件12号] }\n");
            text.append("declarations:\n");
            declarations.forEach(declaration -> {
                comment("  ", declaration);
                text.append("  ").append(declaration.key()).append(": { answer: , evidence: [] }\n");
            });
        }
    }

    private void list(ListSection list) {
        text.append("\n# ").append(list.label()).append("清单，一项一行：\n");
        list.provisions()
                .forEach(p -> text.append("#   ")
                        .append(p.id())
                        .append(' ')
                        .append(p.title())
                        .append("，见")
                        .append(p.citations().get(0).clause())
                        .append('\n'));
        list.attributes()
                .forEach(a -> text.append("#   ")
                        .append(a.key())
                        .append("：")
                        .append(a.label())
                        .append(a.unit() == null ? "" : "（" + a.unitSymbol() + "）")
                        .append(choices(a))
                        .append(a.help().isEmpty() ? "" : "，" + a.help())
                        .append('\n'));
        text.append(list.kind().list()).append(":\n#  - {");
        text.append(list.columns().stream().map(DossierTemplate::cell).collect(Collectors.joining(", ", " ", " }\n")));
    }

    private static String cell(Question column) {
        return column.key() + ": "
                + switch (column.key()) {
                    case "name" -> "名称";
                    case "in" -> String.join("|", column.options().keySet());
                    default -> "";
                };
    }

    private static String choices(Question question) {
        return question.type() == Question.Type.CHOICE
                ? "，可填" + inWords(question.options())
                : question.isAnswer() ? "，填 yes 或 no" : "";
    }

    private static String inWords(Map<String, Label> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + "（" + option.getValue() + "）")
                .collect(Collectors.joining("、"));
    }

    private void stages(List<Question> stages) {
        if (!stages.isEmpty()) {
            text.append("\n# 项目（工程）进度，填 ")
                    .append(inWords(stages.get(0).options()))
                    .append("：\nnamed-projects:\n");
            stages.forEach(stage -> text.append("  ")
                    .append(stage.key())
                    .append(":    # ")
                    .append(stage.label())
                    .append('，')
                    .append(stage.asks().get(0).criterion())
                    .append("，见")
                    .append(stage.asks().get(0).clause())
                    .append('\n'));
        }
    }
}
