package plancheck.web.form;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Language;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.HandedInReader;

/** What the service does for one request of a form with a long list, part by part, to be measured. */
public final class FormWork {
    private final RuleBook book;
    private final FormCheck check;
    private final Questionnaire asked;
    private final FormAnswers answers;
    private final FormCheck.FormResult checked;
    private final String packed;

    /** @param rows villages, every seventh without a hardened road */
    public FormWork(RuleBook book, int rows) {
        this.book = book;
        this.check = new FormCheck(book, new ComplianceCheck(book), new HandedInReader(book), Clock.systemUTC());
        this.answers = answers(rows);
        this.asked = check.questions(answers).orElseThrow();
        this.checked = check.check(check.filled(new FormAnswers(Map.of("/place", List.of("620821")))));
        this.packed = page().carried("villages");
    }

    private static FormAnswers answers(int rows) {
        Map<String, List<String>> fields = new LinkedHashMap<>(Map.of(
                "/place", List.of("620821"),
                "/kind", List.of("self-assessment"),
                "/id", List.of("x"),
                "/title", List.of("t"),
                "/as-of", List.of("2024-12-31")));
        for (int row = 0; row < rows; row++) {
            fields.put("/villages/" + row + "/name", List.of("张家湾村第" + row + "组"));
            fields.put("/villages/" + row + "/households", List.of("42"));
            fields.put("/villages/" + row + "/hardened-road", List.of(row % 7 == 0 ? "no" : "yes"));
        }
        return new FormAnswers(fields);
    }

    /** The rows that the page sent packed. */
    public int unpacked() {
        return new CarriedFields()
                .unpack(Map.of("carried:villages", new String[] {packed}))
                .size();
    }

    /** The answers as the dossier has them. */
    public int written() {
        return check.filled(answers).answers().rows();
    }

    /** What the page shows, with the rest packed. */
    public int shown() {
        return page().carried("villages").length();
    }

    private FormPage page() {
        Map<String, ListPage.ListPosition> second = Map.of("villages", new ListPage.ListPosition(0, 2));
        FormAnswers fresh = new FormAnswers(answers.values());
        Wording words = new Wording(Language.ZH);
        ProjectLists project = ProjectLists.of(book, asked, fresh, words);
        return new FormPage(
                asked,
                fresh,
                checked,
                List.of(),
                project,
                second,
                FormView.of(Map.of("open", new String[] {"list-villages"})),
                List.of(),
                words,
                key -> key);
    }
}
