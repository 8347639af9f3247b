package plancheck.web.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.report.Finding;
import plancheck.rulebook.Plan;
import plancheck.rulebook.RuleBook;

/** Under which chapter and section of its plan a finding stands. */
@Component
class ReviewHeadings {
    private final Map<String, String> headings = new HashMap<>();

    ReviewHeadings(RuleBook book) {
        for (Plan plan : book.plans().values()) {
            plan.clauses().forEach(entry -> headings.put(plan.id() + " " + entry.path(), entry.heading()));
        }
    }

    /**
     * A chapter, or a section of one.
     *
     * @param chapter for example {@code 三、构建新型城镇化格局}, as the plan has it; {@code section} is empty for a chapter without
     */
    record Heading(String id, Label plan, String chapter, String section) {}

    Heading of(Finding finding) {
        List<Citation> citations = finding.citations();
        if (citations.isEmpty()) {
            return new Heading("", Label.of(""), finding.provision(), "");
        }
        Citation citation = citations.get(0);
        String[] parts = citation.clause().split("/", -1);
        String section = parts.length > 1 && parts[1].startsWith("（") ? parts[0] + "/" + parts[1] : "";
        return new Heading(
                citation.plan() + " " + (section.isEmpty() ? parts[0] : section),
                citation.document(),
                parts[0] + "、" + heading(citation.plan(), parts[0]),
                section.isEmpty() ? "" : parts[1] + heading(citation.plan(), section));
    }

    private String heading(String plan, String path) {
        return headings.getOrDefault(plan + " " + path, "");
    }
}
