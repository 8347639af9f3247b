package plancheck.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.facts.Label;

/** The plans we can recognise, by chapter titles that only they have. */
enum KnownPlan {
    GANSU(
            "gansu",
            new Label("甘肃省新型城镇化规划", "Gansu New Urbanisation Plan"),
            List.of("有序推进农业转移人口市民化", "优化城镇发展布局", "提高基础设施支撑能力", "加强新型城市建设", "健全城市治理体系", "推动城乡融合发展", "加强规划实施")),
    PINGLIANG(
            "pingliang",
            new Label("平凉市新型城镇化规划", "Pingliang New Urbanisation Plan"),
            List.of(
                    "优化城镇空间布局",
                    "提高农业转移人口市民化质量",
                    "提升基础设施支撑能力",
                    "建设面向未来的现代化城市",
                    "推动城市治理体系和治理能力现代化",
                    "加快推动城乡融合发展",
                    "保障规划实施"));

    private final String id;
    private final Label title;
    private final List<String> chapters;

    KnownPlan(String id, Label title, List<String> chapters) {
        this.id = id;
        this.title = title;
        this.chapters = chapters;
    }

    String id() {
        return id;
    }

    /** How many of the plan's chapters the text has. */
    long chaptersIn(PlanText text) {
        return text.clauses().stream()
                .filter(clause -> !clause.path().contains("/") && chapters.contains(clause.heading()))
                .count();
    }

    /** More than half of the chapters: a changed title does not hide a plan, an extract is not taken for one. */
    boolean isLikely(PlanText text) {
        return chaptersIn(text) * 2 > chapters.size();
    }

    static Label titles() {
        return new Label(
                Stream.of(values()).map(plan -> "《" + plan.title.zh() + "》").collect(Collectors.joining()),
                Stream.of(values()).map(plan -> "“" + plan.title.en() + "”").collect(Collectors.joining(" or ")));
    }
}
