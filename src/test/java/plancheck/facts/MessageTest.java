package plancheck.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was kept by one version is shown by another, whatever has become of the sentence meanwhile. */
class MessageTest {
    @Test
    void a_sentence_is_said_in_the_language_it_is_asked_in() {
        Message message = Message.of("workflow.submitted", 2, new Label("符合", "Compliant"));
        assertEquals("第2次提交，符合", message.zh());
        assertEquals("submission 2: Compliant", message.en());
    }

    @Test
    void a_key_that_is_no_more_is_shown_with_what_was_filled_in() {
        assertEquals("workflow.gone[2]", new Message("workflow.gone", List.of(2)).zh());
        assertEquals("nowhere.gone[]", new Message("nowhere.gone", List.of()).en());
        assertEquals("gone[甲]", new Message("gone", List.of("甲")).zh());
    }

    @Test
    void a_sentence_that_has_more_places_than_were_kept_is_shown_likewise() {
        assertEquals("workflow.submitted[2]", new Message("workflow.submitted", List.of(2)).zh());
    }

    @Test
    void braces_that_somebody_wrote_are_no_places() {
        assertEquals(
                "第{1}次提交，{0}", Message.of("workflow.submitted", "{1}", "{0}").zh());
    }
}
