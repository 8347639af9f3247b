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

    @Test
    void a_title_that_quotes_something_has_single_marks_where_it_is_quoted_itself() {
        assertEquals("是否符合“推行‘一证通’制度”？", Sentences.nested("是否符合“推行“一证通”制度”？"));
        assertEquals("“甲”和“乙”", Sentences.nested("“甲”和“乙”"));
        assertEquals("“甲“乙”", Sentences.nested("“甲“乙”"), "they do not pair");
        assertEquals("”甲“", Sentences.nested("”甲“"), "they do not pair");
        assertEquals(
                "“‘三权’依法”做到",
                Label.filled("“%s”做到", "%s done", Label.of("“三权”依法")).zh());
    }
}
