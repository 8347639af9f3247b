package plancheck.web.form;

import java.util.Optional;
import plancheck.dossier.Problem;
import plancheck.facts.Label;
import plancheck.workflow.Refusal;

/** How much the lists of a form hold. What is more than a form can hold is said before any work is done on it. */
public record FormSize(int rows) {
    /** A county has some thousand natural villages; this is several times all that its lists hold together. */
    static final int MOST_ROWS = 20_000;

    private static final Label ADVICE = new Label(
            "请确认清单没有重复；确有这么多的，请用命令行或接口检查",
            "Check that nothing is listed again and again; check so long a list by the command line or the API");

    public static FormSize of(FormAnswers answers) {
        return new FormSize(answers.rows());
    }

    /** Why the form cannot hold them; empty when it can. */
    public Optional<Problem> tooLarge() {
        return rows <= MOST_ROWS ? Optional.empty() : Optional.of(Problem.error(0, "", message(), ADVICE));
    }

    public void demand() {
        if (rows > MOST_ROWS) {
            throw new Refusal(Refusal.Why.INVALID, "%s。%s", "%s. %s", message(), ADVICE);
        }
    }

    private Label message() {
        return Label.filled(
                "各清单合计%s行，网页表单最多%s行", "The lists have %s rows, and a form holds at most %s", rows, MOST_ROWS);
    }
}
