package plancheck.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Question;

/**
 * A part of the form that opens and closes as a whole.
 *
 * @param id of its element
 * @param group what it belongs to in the navigation, such as the plan's title; empty for none
 * @param title as the navigation has it
 * @param questions of a list those that say how many there are
 * @param list null for a section of single questions
 */
public record FormSection(
        String id,
        String group,
        String title,
        List<Question> questions,
        @Nullable ListSection list) {

    public FormSection {
        questions = List.copyOf(questions);
    }

    /** Whether it asks what there may be none of, which is mostly left empty. */
    public boolean isOfAbsences() {
        return id.startsWith(FormSections.ABSENCES);
    }

    /** Everything that has a field: the questions, each with what may be given instead. */
    public List<Question> fields() {
        return questions.stream().flatMap(Question::all).toList();
    }
}
