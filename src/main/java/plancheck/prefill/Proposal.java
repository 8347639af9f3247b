package plancheck.prefill;

import java.math.BigDecimal;
import java.util.List;
import plancheck.rulebook.Indicator;

/**
 * A figure that a published text gives, for somebody to take or to leave.
 *
 * @param value in the indicator's unit
 * @param about whether the text says that it is only about so much
 * @param places where it stands; never empty
 * @param differs whether the texts give another value for the same year
 */
public record Proposal(
        Indicator indicator, BigDecimal value, int year, boolean about, List<FoundAt> places, boolean differs) {

    /**
     * Where a figure stands.
     *
     * @param page 0 where the document has none
     * @param sentence with the figure in it
     */
    public record FoundAt(String document, int page, String sentence) {
        /** As evidence names it. */
        String cited() {
            return page == 0 ? document : document + "第" + page + "页";
        }
    }

    Proposal with(List<FoundAt> others, boolean disputed) {
        return new Proposal(indicator, value, year, about, others, disputed);
    }
}
