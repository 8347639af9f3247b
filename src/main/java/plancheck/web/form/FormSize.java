package plancheck.web.form;

import java.util.Optional;
import plancheck.dossier.Problem;
import plancheck.facts.Message;
import plancheck.workflow.Refusal;

/** How much the lists of a form hold. What is more than a form can hold is said before any work is done on it. */
public record FormSize(int rows) {
    /** A county has some thousand natural villages; this is several times all that its lists hold together. */
    static final int MOST_ROWS = 20_000;

    private static final Message ADVICE = Message.of("web.check-long-lists-elsewhere");

    public static FormSize of(FormAnswers answers) {
        return new FormSize(answers.rows());
    }

    /** Why the form cannot hold them; empty when it can. */
    public Optional<Problem> tooLarge() {
        return rows <= MOST_ROWS ? Optional.empty() : Optional.of(Problem.error(0, "", message(), ADVICE));
    }

    public void demand() {
        if (rows > MOST_ROWS) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("web.with-advice", message(), ADVICE));
        }
    }

    private Message message() {
        return Message.of("web.too-many-rows", rows, MOST_ROWS);
    }
}
