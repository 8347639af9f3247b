package plancheck.web.check;

import java.math.BigDecimal;
import java.util.List;

/** A sentence with a figure in it, in the three parts that a page shows: before the figure, the figure, behind it. */
public final class MarkedSentence {
    /** The whole sentence as the first part where the figure is written in another way. */
    public List<String> parts(String sentence, BigDecimal value, int year) {
        for (String written :
                List.of(value.toPlainString(), value.stripTrailingZeros().toPlainString())) {
            int at = sentence.indexOf(written);
            if (at >= 0 && !written.equals(String.valueOf(year))) {
                return List.of(sentence.substring(0, at), written, sentence.substring(at + written.length()));
            }
        }
        return List.of(sentence, "", "");
    }
}
