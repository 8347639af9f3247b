package plancheck.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plancheck.facts.Label;
import plancheck.facts.Stage;

class CriterionTest {
    private static final LocalDate END_OF_2025 = LocalDate.of(2025, 12, 31);
    private static final LocalDate END_OF_2035 = LocalDate.of(2035, 12, 31);

    @Test
    void a_threshold_is_due_at_its_first_date_and_names_them_all() {
        Criterion rising = threshold(milestone(END_OF_2025, "60"), milestone(END_OF_2035, "70"));
        assertEquals(END_OF_2025, rising.due());
        assertEquals(List.of(END_OF_2025, END_OF_2035), rising.dueDates());
        assertEquals(List.of(new BigDecimal("60"), new BigDecimal("70")), rising.values());
        assertEquals("threshold", rising.kind());
    }

    @Test
    void what_stands_first_and_is_dated_later_has_no_time_before_it() {
        Criterion standing = threshold(milestone(null, "60"), milestone(END_OF_2035, "70"));
        assertNull(standing.due());
        assertEquals(List.of(END_OF_2035), standing.dueDates());
    }

    @Test
    void the_plans_baseline_is_a_line_but_no_number() {
        Criterion trend = threshold(milestone(END_OF_2025, null));
        assertTrue(trend.isAgainstBaseline());
        assertEquals(List.of(), trend.values());
        assertEquals("trend", trend.kind());
    }

    @Test
    void a_span_counts_each_year_and_is_due_first_when_its_first_year_ends() {
        Criterion yearly = new Criterion.YearlyThreshold(Operator.AT_LEAST, 2021, 2025, BigDecimal.TEN);
        assertEquals(LocalDate.of(2021, 12, 31), yearly.due());
        assertEquals(List.of(END_OF_2025), yearly.dueDates());
        assertEquals(List.of(2021, 2022, 2023, 2024, 2025), yearly.years());
        assertEquals(Optional.of(Operator.AT_LEAST), yearly.comparison());
    }

    @Test
    void what_is_no_number_has_no_line_and_only_a_question_is_left_to_a_person() {
        Label question = new Label("是否可行？", "Is it feasible?");
        Criterion review = new Criterion.Review(question, null);
        for (Criterion asked : List.of(
                new Criterion.RequiredAnswer(true, END_OF_2025, true, false),
                Criterion.RequiredStage.of(Stage.STARTED, END_OF_2025),
                review)) {
            assertEquals(List.of(), asked.line());
            assertEquals(Optional.empty(), asked.comparison());
            assertFalse(asked.isAgainstBaseline());
            assertEquals(asked == review ? Optional.of(question) : Optional.empty(), asked.leftToPerson());
        }
        assertEquals(List.of(), review.dueDates());
    }

    private static Criterion threshold(Criterion.Milestone... milestones) {
        return new Criterion.Threshold(Operator.AT_LEAST, List.of(milestones));
    }

    private static Criterion.Milestone milestone(@Nullable LocalDate due, @Nullable String value) {
        return new Criterion.Milestone(due, value == null ? null : new BigDecimal(value));
    }
}
