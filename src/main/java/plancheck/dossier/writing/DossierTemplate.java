package plancheck.dossier.writing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.ProjectSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/**
 * A blank dossier in YAML that asks only for what can matter: a {@link Questionnaire} with its questions as keys, and
 * each one's unit, what it means and the clause that asks for it as comments in one language.
 */
public final class DossierTemplate {
    private final RuleBook book;
    private final PlaceName place;
    private final LocalDate asOf;
    private final Function<Label, String> language;
    private final StringBuilder text = new StringBuilder();

    /** With comments in Chinese. */
    public DossierTemplate(RuleBook book, PlaceName place, LocalDate asOf) {
        this(book, place, asOf, Label::zh);
    }

    /** @param language of the comments; ids, titles and units are written alike in both */
    public DossierTemplate(RuleBook book, PlaceName place, LocalDate asOf, Function<Label, String> language) {
        this.book = book;
        this.place = place;
        this.asOf = asOf;
        this.language = language;
    }

    /** YAML of a self-assessment. */
    public String selfAssessment() {
        Questionnaire asked = Questionnaire.selfAssessment(book, place, asOf);
        head(asked.head(), say("截止日，按此日判断是否到期", "the date at which it is judged"));
        figures(asked.figures());
        declarations(asked.declarations());
        asked.lists().forEach(this::list);
        stages(asked.stages());
        return text.toString();
    }

    /** YAML of a project of one of the rule book's sectors, at one of the place's levels. */
    public String project(String sector, Level site) {
        Questionnaire asked = Questionnaire.project(book, place, asOf, sector, site);
        head(asked.head(), say("申报日；项目按建成日期判断", "handed in; the project is judged at its completion"));
        asked.project().ifPresent(this::project);
        declarations(asked.declarations());
        if (asked.head().plans().isEmpty()) {
            write(
                    "  # 这类项目在这个地点没有专门的规定，只按下面填报的数值检查\n",
                    "  # No provision is about such a project at this site; only the figures given below are checked\n");
        }
        effects(asked.effects());
        return text.toString();
    }

    private void head(Questionnaire.Head head, String asOfMeans) {
        text.setLength(0);
        text.append("# ").append(head.title()).append(say("（空白材料）\n", " (blank dossier)\n"));
        head.plans()
                .forEach(plan -> write(
                        "# 编号以 " + plan.prefix() + " 开头的规定出自《" + plan.title() + "》\n",
                        "# Provisions whose ids begin with " + plan.prefix() + " are of the "
                                + plan.name().en() + "\n"));
        write(
                "# 没有数据的留空，不要填 0；数字后不写单位。指标也可写成：\n#   指标: { value: 数值, unit: 单位, year: 年份, source: statistics, evidence: [文件名] }\n",
                "# Leave empty what is not known, do not write 0; no unit after a number. A figure may also be written:\n#   figure: { value: number, unit: unit, year: year, source: statistics, evidence: [file name] }\n");
        text.append("plancheck: 1\nkind: ").append(head.kind().id()).append('\n');
        text.append("id: ")
                .append(head.id())
                .append("\ntitle: ")
                .append(head.title())
                .append('\n');
        text.append("place: \"")
                .append(place.code())
                .append("\"            # ")
                .append(language.apply(place.inWords()))
                .append('\n');
        text.append("as-of: \"")
                .append(asOf)
                .append("\"        # ")
                .append(asOfMeans)
                .append('\n');
    }

    private void project(ProjectSection project) {
        text.append("\nproject:\n");
        write(
                "  code:                      # 项目代码（GB/T 40058—2021），尚未赋码可不填\n",
                "  code:                      # project code (GB/T 40058-2021); leave empty if it has none yet\n");
        text.append("  sector: ").append(project.sector()).append('\n');
        text.append("  site: ")
                .append(project.site().id())
                .append("    # ")
                .append(language.apply(project.site().inWords()))
                .append('\n');
        write(
                "  start:                     # 开工日期，例如 \"" + asOf + "\"\n",
                "  start:                     # when work begins, for example \"" + asOf + "\"\n");
        text.append("  completion: \"").append(asOf).append(say("\"   # 建成日期，按此日判断\n", "\"   # judged at this date\n"));
        write(
                "  investment:                # 总投资，例如 { value: 3200, unit: 万元 }\n",
                "  investment:                # in all, for example { value: 3200, unit: 万元 }\n");
        ofProject("works", say("建设内容，填 yes 或 no", "what is built, yes or no"), project.works());
        ofProject("design", say("设计指标", "figures of the design"), project.design());
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
            write(
                    "\n# 项目建成后当地下列指标将达到的数值，有影响的才填（去掉行首的 # 号）：\n# figures:\n",
                    "\n# What figures of the place will be at completion, only where the project changes them (take away the #):\n# figures:\n");
            effects.forEach(effect -> text.append("#   ")
                    .append(effect.key())
                    .append(":    # ")
                    .append(language.apply(effect.label()))
                    .append(unit(effect))
                    .append('\n'));
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
                    .map(part -> language.apply(part.name()))
                    .collect(Collectors.joining(
                            say("和", " and "),
                            say("  #   也可只填", "  #   or give only "),
                            say("，由此算出\n", ", from which it follows\n"))));
        }
        text.append("  ").append(figure.key()).append(':');
        if (figure.yearly()) {
            write(
                    "    # 逐年填写：{ series: { \"2021\": 数值, \"2022\": 数值 }, unit: " + figure.unitSymbol() + " }",
                    "    # by year: { series: { \"2021\": number, \"2022\": number }, unit: " + figure.unitSymbol()
                            + " }");
        } else if (figure.byCounty()) {
            write(
                    "    # 也可分县填：{ by-county: { \"620802\": 数值 }, unit: " + figure.unitSymbol() + ", year: 年份 }",
                    "    # or by county: { by-county: { \"620802\": number }, unit: " + figure.unitSymbol()
                            + ", year: year }");
        }
        text.append('\n');
    }

    private void comment(String indent, Question question) {
        String help = language.apply(question.help());
        text.append(indent)
                .append("# ")
                .append(language.apply(question.label()))
                .append(unit(question));
        text.append(question.type() == Question.Type.CHOICE ? choices(question) : "");
        text.append(help.isEmpty() ? "" : say("：", ": ") + help).append('\n');
        question.asks()
                .forEach(ask -> text.append(indent)
                        .append("#   ")
                        .append(language.apply(ask.inWords()))
                        .append('\n'));
    }

    private void declarations(List<Question> declarations) {
        if (!declarations.isEmpty()) {
            write(
                    "\n# 声明事项：answer 填 yes 或 no，evidence 列出佐证材料，例如 { answer: yes, evidence: [县政府文件12号] }\n",
                    "\n# Declarations: answer is yes or no, evidence lists documents, for example { answer: yes, evidence: [county document 12] }\n");
            text.append("declarations:\n");
            declarations.forEach(declaration -> {
                comment("  ", declaration);
                text.append("  ").append(declaration.key()).append(": { answer: , evidence: [] }\n");
            });
        }
    }

    private void list(ListSection list) {
        write(
                "\n# " + list.label().zh() + "清单，一项一行：\n",
                "\n# List: " + list.label().en() + ", an entry a line:\n");
        list.provisions()
                .forEach(p -> text.append("#   ")
                        .append(p.id())
                        .append(' ')
                        .append(language.apply(p.name()))
                        .append(say("，见", ", see "))
                        .append(p.citations().get(0).clause())
                        .append('\n'));
        list.attributes().forEach(this::attribute);
        text.append(list.kind().list()).append(":\n#  - {");
        text.append(list.columns().stream().map(this::cell).collect(Collectors.joining(", ", " ", " }\n")));
    }

    private void attribute(Question attribute) {
        String help = language.apply(attribute.help());
        text.append("#   ")
                .append(attribute.key())
                .append(say("：", ": "))
                .append(language.apply(attribute.label()))
                .append(unit(attribute))
                .append(choices(attribute))
                .append(help.isEmpty() ? "" : say("，", "; ") + help)
                .append('\n');
    }

    private String cell(Question column) {
        return column.key() + ": "
                + switch (column.key()) {
                    case "name" -> say("名称", "name");
                    case "in" -> String.join("|", column.options().keySet());
                    default -> "";
                };
    }

    private String choices(Question question) {
        return question.type() == Question.Type.CHOICE
                ? say("，可填", ", one of ") + inWords(question.options())
                : question.isAnswer() ? say("，填 yes 或 no", ", yes or no") : "";
    }

    private String inWords(Map<String, Label> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + brackets(language.apply(option.getValue())))
                .collect(Collectors.joining(say("、", ", ")));
    }

    private void stages(List<Question> stages) {
        if (!stages.isEmpty()) {
            String options = inWords(stages.get(0).options());
            write("\n# 项目（工程）进度，填 " + options + "：\n", "\n# Stages of works, one of " + options + ":\n");
            text.append("named-projects:\n");
            stages.forEach(stage -> text.append("  ")
                    .append(stage.key())
                    .append(":    # ")
                    .append(language.apply(stage.label()))
                    .append(say("，", ", "))
                    .append(language.apply(stage.asks().get(0).criterion()))
                    .append(say("，见", ", see "))
                    .append(stage.asks().get(0).clause())
                    .append('\n'));
        }
    }

    /** In brackets; nothing when it has none. */
    private String unit(Question question) {
        String unit =
                question.unit() == null ? "" : language.apply(question.unit().inWords());
        return unit.isEmpty() ? "" : brackets(unit);
    }

    private String brackets(String words) {
        return say("（" + words + "）", " (" + words + ")");
    }

    private String say(String zh, String en) {
        return language.apply(new Label(zh, en));
    }

    private void write(String zh, String en) {
        text.append(say(zh, en));
    }
}
