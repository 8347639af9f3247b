package plancheck.dossier.writing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.ProjectSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.ProjectContent;
import plancheck.facts.Stage;
import plancheck.facts.WorkNature;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.json.JsonMapper;

/**
 * A blank dossier in YAML that asks only for what can matter: a {@link Questionnaire} with its questions as keys, and
 * each one's unit, what it means and the clause that asks for it as comments in one language.
 */
public final class DossierTemplate {
    private static final JsonMapper QUOTED = new JsonMapper();

    private final RuleBook book;
    private final PlaceName place;
    private final LocalDate asOf;
    private final Function<Label, String> language;
    private final StringBuilder text = new StringBuilder();
    private KnownProject known = KnownProject.NOTHING;

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

    /** YAML of a self-assessment, of what is asked now. */
    public String selfAssessment() {
        return selfAssessment(Questionnaire.selfAssessment(book, place, asOf));
    }

    /** The same with what is only encouraged, and what is due in years to come. */
    public String complete() {
        return selfAssessment(Questionnaire.complete(book, place, asOf));
    }

    /** What measures first, then what there may be none of, then what is due, then the rest. */
    private String selfAssessment(Questionnaire asked) {
        head(asked.head(), say("截止日，按此日判断是否到期", "the date at which it is judged"));
        figures(asked);
        asked.lists().forEach(this::list);
        absences(asked.absences());
        declarations(asked.declarations());
        stages(asked.stages());
        return text.toString();
    }

    /**
     * What is known of a project before anybody has filled in a dossier of it.
     *
     * @param title empty for the usual one
     * @param investment in ten thousand yuan; null when not known
     */
    public record KnownProject(
            String title,
            String code,
            ProjectContent content,
            @Nullable BigDecimal investment) {
        static final KnownProject NOTHING = new KnownProject("", "", ProjectContent.UNSAID, null);
    }

    /** YAML of a project of one of the rule book's sectors, at one of the place's levels. */
    public String project(String sector, Level site) {
        return project(sector, site, KnownProject.NOTHING);
    }

    /** The same with what is known already, which is to be looked through like the rest. */
    public String project(String sector, Level site, KnownProject given) {
        known = given;
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
                .append(known.title().isEmpty() ? head.title() : quoted(known.title()))
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
        line(
                "code",
                known.code().isEmpty() ? "" : quoted(known.code()),
                "项目代码（GB/T 40058—2021），尚未赋码可不填",
                "project code (GB/T 40058-2021); leave empty if it has none yet");
        text.append("  sector: ").append(project.sector()).append('\n');
        text.append("  site: ")
                .append(project.site().id())
                .append("    # ")
                .append(language.apply(project.site().inWords()))
                .append('\n');
        content(project);
        ProjectContent content = known.content();
        line(
                "start",
                day(content.start()),
                "开工日期，例如 \"" + asOf + "\"",
                "when work begins, for example \"" + asOf + "\"");
        boolean undated = !known.equals(KnownProject.NOTHING) && content.completion() == null;
        line(
                "completion",
                undated ? "" : day(content.completion() == null ? asOf : content.completion()),
                "建成日期，按此日判断；未定的不填",
                "judged at this date; leave empty while it is not known");
        BigDecimal investment = known.investment();
        line(
                "investment",
                investment == null ? "" : "{ value: " + investment.toPlainString() + ", unit: 万元 }",
                "总投资，例如 { value: 3200, unit: 万元 }",
                "in all, for example { value: 3200, unit: 万元 }");
        if (content.amounts().isEmpty()) {
            write(
                    "  # amounts: [{ of: , value: , unit: }]      # 主要工程量，一项一行，例如 { of: 管网, value: 12, unit: 公里 }\n",
                    "  # amounts: [{ of: , value: , unit: }]      # main quantities: what, how much, in which unit\n");
        } else {
            write(
                    "  amounts:    # 主要工程量，读自建设规模，请核对\n",
                    "  amounts:    # main quantities as read from the scale; look them through\n");
            content.amounts()
                    .forEach(amount -> text.append("    - { of: ")
                            .append(quoted(amount.of()))
                            .append(", value: ")
                            .append(amount.value().toPlainString())
                            .append(", unit: ")
                            .append(quoted(amount.unit()))
                            .append(" }\n"));
        }
        write(
                "  # basis: [{ work: , by: , evidence: [] }]  # 规划依据：works list 可查的编号，都不是的写 none；by 由谁认定，evidence 认定文件；也可只写条款 { clause: }\n",
                "  # basis: [{ work: , by: , evidence: [] }]  # basis in the plans: an id of works list, or none; who says so, by which document; or a clause alone, { clause: }\n");
        ofProject("works", say("建设内容，填 yes 或 no", "what is built, yes or no"), project.works());
        ofProject("design", say("设计指标", "figures of the design"), project.design());
    }

    /** What is built: nature, words, class, and where else; in comments where most projects have none. */
    private void content(ProjectSection project) {
        List<String> others = known.content().alsoIn();
        String also = others.stream().map(DossierTemplate::quoted).collect(Collectors.joining(", ", "also-in: [", "]"));
        write(
                "  " + (others.isEmpty() ? "# " : "") + also + "              # 还涉及的其他县（市、区），写代码\n",
                "  " + (others.isEmpty() ? "# " : "") + also
                        + "              # codes of the other counties it lies in\n");
        List<Question> standards = project.head().stream()
                .filter(question -> question.pointer().startsWith("/project/standard/"))
                .toList();
        project.head().stream()
                .filter(question -> question.key().equals("nature") || question.isLong())
                .forEach(question -> {
                    comment("  ", question);
                    text.append("  ")
                            .append(question.key())
                            .append(":")
                            .append(
                                    question.isLong()
                                            ? given(known.content().scale())
                                            : given(known.content().nature()))
                            .append('\n');
                });
        if (!standards.isEmpty()) {
            standards.forEach(standard -> comment("  ", standard));
            text.append(standards.stream()
                    .map(standard -> standard.key() + ": ")
                    .collect(Collectors.joining(", ", "  # standard: { ", "}\n")));
        }
    }

    private static String given(String words) {
        return words.isEmpty() ? "" : " " + quoted(words);
    }

    private static String given(@Nullable WorkNature nature) {
        return nature == null ? "" : " " + nature.id();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : quoted(day.toString());
    }

    /** As JSON has it, which YAML reads alike whatever stands in it. */
    private static String quoted(String text) {
        return QUOTED.writeValueAsString(text);
    }

    /** A key of the project with what is known for it, and what to write there. */
    private void line(String key, String value, String zh, String en) {
        String written = "  " + key + ": " + value;
        text.append(written.stripTrailing())
                .append(" ".repeat(Math.max(4, 29 - written.stripTrailing().length())))
                .append("# ")
                .append(say(zh, en))
                .append('\n');
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

    private void figures(Questionnaire asked) {
        if (!asked.figures().isEmpty()) {
            List<Question> measures = asked.measures();
            text.append("\nfigures:\n");
            measures.forEach(this::figure);
            if (measures.size() < asked.figures().size()) {
                write("  # 用于推算或者确定是否适用：\n", "  # From which others are worked out, or which decide what applies:\n");
            }
            asked.figures().stream()
                    .filter(figure -> !measures.contains(figure))
                    .forEach(this::figure);
            if (!asked.lists().isEmpty()) {
                write("  # 下面各清单的总数：\n", "  # How many there are in all of each list below:\n");
                asked.lists().forEach(list -> list.totals().forEach(this::figure));
            }
        }
    }

    /** In comments: whoever has one of them takes away the sign. */
    private void absences(List<Question> absences) {
        if (!absences.isEmpty()) {
            write(
                    "\n# 本地没有的事物：没有的去掉行首的 # 号，写明由谁认定、依据什么，有关规定即不再要求\n# not-here:\n",
                    "\n# What there is none of here: take away the #, say who determined it and on what grounds, and nothing is asked of it\n# not-here:\n");
            absences.forEach(absence -> text.append("#   ")
                    .append(absence.key())
                    .append(": { by: , reason: }    # ")
                    .append(language.apply(absence.label()))
                    .append(say("，涉及", "; concerns "))
                    .append(absence.asks().stream()
                            .map(ask -> ask.provision().id())
                            .distinct()
                            .collect(Collectors.joining(say("、", ", "))))
                    .append('\n'));
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
        if (figure.countsWhatIsFinished()) {
            write(
                    "    # 另有在建的：{ value: 数值, under-way: 在建数, unit: " + figure.unitSymbol() + ", year: 年份 }",
                    "    # with what is being built: { value: number, under-way: number, unit: " + figure.unitSymbol()
                            + ", year: year }");
        }
        if (!figure.shares().isEmpty()) {
            String shares = figure.shares().stream()
                    .map(attribute -> attribute.id() + ": " + say("百分比", "percent"))
                    .collect(Collectors.joining(", "));
            write(
                    "    # 不列清单的：{ value: 数值, shares: { " + shares + " }, unit: " + figure.unitSymbol()
                            + ", year: 年份 }",
                    "    # where they are not listed: { value: number, shares: { " + shares + " }, unit: "
                            + figure.unitSymbol() + ", year: year }");
        }
        text.append('\n');
        figure.inputs().forEach(this::figure);
    }

    private void comment(String indent, Question question) {
        String help = language.apply(question.help());
        text.append(indent)
                .append("# ")
                .append(language.apply(question.label()))
                .append(unit(question));
        boolean needsChoices = question.type() == Question.Type.CHOICE || question.maySettleOtherwise();
        text.append(needsChoices ? choices(question) : "");
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
                text.append("  ")
                        .append(declaration.key())
                        .append(
                                declaration.parts().isEmpty()
                                        ? ": { answer: , evidence: [] }\n"
                                        : inParts(declaration));
            });
        }
    }

    /** A duty in parts: a line for each, and the documents after them. */
    private String inParts(Question duty) {
        String parts = duty.parts().stream()
                .map(part -> "      " + part.id() + ":    # " + language.apply(part.name())
                        + say("，填 yes 或 no\n", ", yes or no\n"))
                .collect(Collectors.joining());
        return ":\n    parts:\n" + parts + "    evidence: []\n";
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
                : question.isAnswer()
                        ? say("，填 yes 或 no", ", yes or no")
                                + (question.options().isEmpty()
                                        ? ""
                                        : say("，也可填", ", or ")
                                                + inWords(question.options())
                                                + say("，并写明 by 由谁认定", ", with who determined it in by"))
                        : "";
    }

    private String inWords(Map<String, Label> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + brackets(language.apply(option.getValue())))
                .collect(Collectors.joining(say("、", ", ")));
    }

    private void stages(List<Question> stages) {
        if (!stages.isEmpty()) {
            Map<String, Label> usual = new LinkedHashMap<>();
            Arrays.stream(Stage.values()).forEach(stage -> usual.put(stage.id(), stage.inWords()));
            Map<String, Label> others = new LinkedHashMap<>();
            stages.forEach(stage -> stage.options().forEach((id, label) -> {
                if (!usual.containsKey(id)) {
                    others.put(id, label);
                }
            }));
            write(
                    "\n# 项目（工程）进度，stage 填 " + inWords(usual) + "\n",
                    "\n# Stages of works, one of " + inWords(usual) + "\n");
            if (!others.isEmpty()) {
                write(
                        "# 注有“单选”的也可填 " + inWords(others) + "，并写明 by 由谁认定、reason 理由\n",
                        "# Those marked \"menu\" may also have " + inWords(others)
                                + ", with who determined it in by and why in reason\n");
            }
            text.append("named-projects:\n");
            stages.forEach(stage -> text.append("  # ")
                    .append(language.apply(stage.label()))
                    .append(say("，", ", "))
                    .append(language.apply(stage.asks().get(0).criterion()))
                    .append(stage.maySettleOtherwise() ? say("，单选", ", menu") : "")
                    .append(say("，见", ", see "))
                    .append(stage.asks().get(0).clause())
                    .append("\n  ")
                    .append(stage.key())
                    .append(": { stage: , evidence: [] }\n"));
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
