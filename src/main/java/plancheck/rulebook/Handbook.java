package plancheck.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import plancheck.facts.Citation;

/**
 * The rule book as a document for a policy officer: every provision by plan, chapter and section, with whom it binds,
 * what it asks until when, how strongly, by which rulings, and on which clause it rests.
 */
public final class Handbook {
    private final RuleBook book;
    private final StringBuilder text = new StringBuilder();

    private Handbook(RuleBook book) {
        this.book = book;
    }

    /** Markdown, in Chinese; the same rule book gives the same text. */
    public static String of(RuleBook book) {
        return new Handbook(book).text();
    }

    private String text() {
        text.append("# 规定一览\n\n")
                .append("本文件由 `plancheck rules doc` 从规则库生成，请勿手改。标题和要求是我们自己的话，依据以所列条款的原文为准；")
                .append("“释义”一栏的编号见文末。\n");
        for (Plan plan : book.plans().values()) {
            plan(plan);
        }
        text.append("\n## 释义\n\n| 编号 | 掌握口径 |\n| --- | --- |\n");
        book.rulings()
                .values()
                .forEach(ruling -> row(List.of(ruling.id(), ruling.text().zh())));
        return text.toString();
    }

    private void plan(Plan plan) {
        List<Provision> provisions = book.provisions().stream()
                .filter(provision -> provision.plan().equals(plan.id()))
                .toList();
        text.append("\n## 《").append(plan.title()).append("》\n\n");
        text.append(plan.number().isEmpty() ? "" : plan.number() + "，")
                .append("条款单元")
                .append(plan.clauses().size())
                .append("个，规定")
                .append(provisions.size())
                .append("条。\n");
        Map<String, String> headings = new LinkedHashMap<>();
        plan.clauses().forEach(clause -> headings.put(clause.path(), clause.heading()));
        String chapter = "";
        String section = "";
        for (Provision provision : provisions) {
            String[] path = provision.citations().get(0).clause().split("/");
            if (!path[0].equals(chapter)) {
                chapter = path[0];
                section = "";
                text.append("\n### ")
                        .append(chapter)
                        .append("、")
                        .append(headings.getOrDefault(chapter, ""))
                        .append('\n');
            }
            String in = path.length > 1 && path[1].startsWith("（") ? path[0] + "/" + path[1] : path[0] + "/";
            if (!in.equals(section)) {
                section = in;
                heading(headings.getOrDefault(in, ""), path.length > 1 && path[1].startsWith("（") ? path[1] : "");
            }
            provision(provision);
        }
    }

    private void heading(String heading, String number) {
        if (!number.isEmpty()) {
            text.append("\n#### ").append(number).append(heading).append('\n');
        }
        text.append("\n| 编号 | 规定 | 约束对象 | 要求和期限 | 约束程度 | 释义 | 条款 |\n")
                .append("| --- | --- | --- | --- | --- | --- | --- |\n");
    }

    private void provision(Provision provision) {
        row(List.of(
                provision.id(),
                provision.title(),
                bound(provision.scope()),
                CriterionWords.of(provision),
                provision.force().label(),
                String.join("、", provision.rulings()),
                provision.citations().stream()
                        .map(citation -> clause(provision, citation))
                        .collect(Collectors.joining("；"))));
    }

    private void row(List<String> cells) {
        text.append("| ")
                .append(cells.stream()
                        .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    /** A clause of the other plan is named with its plan. */
    private String clause(Provision provision, Citation citation) {
        String of = citation.plan().equals(provision.plan())
                ? ""
                : Objects.requireNonNull(book.plans().get(citation.plan())).prefix() + " ";
        return of + citation.clause();
    }

    /** Places by name or level; for items and projects, the conditions as the rule has them. */
    private static String bound(Scope scope) {
        String words = scope.words().zh();
        return scope.conditions().stream()
                .filter(condition ->
                        scope.of() == Scope.Sort.PLACE && condition.attribute().equals("code"))
                .map(condition -> condition.words().zh().replaceFirst("^.*?为", ""))
                .findFirst()
                .orElse(words.replaceFirst("^地区：所在区域为", "").replaceFirst("：所在区域为县（市、区）$", ""));
    }
}
